package echolab.epoll.task;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Would a task that begins to await another wait for ever? It would if the other can only end after the task itself. A task ends after what it
/// awaits, and after all that is in the scopes whose blocks it is in: so the question is whether these arrows lead from the other one back.
final class AwaitCircle {

    private AwaitCircle() {}

    /// @throws IllegalStateException when it would
    static void refuse(Task<?> waiting, Task<?> awaited) {
        if (waiting == awaited) {
            throw new IllegalStateException(waiting + " awaits itself, and would wait for ever");
        }
        if (isWaitedFor(waiting) && endsAfter(awaited, waiting)) {
            throw new IllegalStateException(
                    "%s awaits %s, which can only end after it: both would wait for ever"
                            .formatted(waiting, awaited));
        }
    }

    /// Most tasks are not, and no circle can close in them: then there is nothing to walk.
    private static boolean isWaitedFor(Task<?> task) {
        return task.parent instanceof Scope || task.hasWaiting();
    }

    private static boolean endsAfter(Task<?> from, Task<?> wanted) {
        var seen = new HashSet<Task<?>>();
        var open = new ArrayDeque<Task<?>>(List.of(from));
        while (!open.isEmpty()) {
            var task = open.pop();
            if (task == wanted) {
                return true;
            }
            // another loop's tasks move while we look
            if (task.root == wanted.root && seen.add(task)) {
                task.openScopes().forEach(scope -> open.addAll(scope.children));
                if (LockSupport.getBlocker(task.thread) instanceof Task<?> next) {
                    open.push(next);
                }
            }
        }
        return false;
    }
}
