package echolab.epoll;

import java.util.Set;

/// Where was a task spawned? At the first frame that is not of the machinery.
final class SpawnSite {

    private static final Set<String> MACHINERY =
            Set.of(
                    SpawnSite.class.getName(),
                    Task.class.getName(),
                    Scope.class.getName(),
                    EventLoop.class.getName(),
                    Combinators.class.getName(),
                    Listener.class.getName());

    private SpawnSite() {}

    static StackTraceElement here() {
        return StackWalker.getInstance()
                .walk(frames ->
                        frames.filter(f -> !MACHINERY.contains(f.getClassName())).findFirst())
                .map(StackWalker.StackFrame::toStackTraceElement)
                .orElse(null);
    }
}
