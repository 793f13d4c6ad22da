package echolab.epoll;

import java.io.IOException;
import java.lang.Thread.State;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// What does a task wait for? One of these.
///
/// Our own suspension points leave an object with the thread that parks (its *blocker*), so to know costs nothing until
/// somebody asks. Where the JDK parks a task, the stack tells: the method of the JDK that the task's code has called.
public sealed interface Awaited {

    /// Nothing: it runs.
    record Running() implements Awaited {}

    /// Its turn.
    record Turn() implements Awaited {}

    /// The end of another task.
    record TaskEnd(long id, String name) implements Awaited {}

    /// The end of the tasks in its scope.
    record ScopeEnd(int tasks) implements Awaited {}

    /// A time; negative when it has come and the loop is late.
    record TimerEnd(Duration left) implements Awaited {}

    /// A descriptor: `operation` is `read`, `write` or `accept`. The address is that of the peer, or what a listener
    /// listens on; it is missing when the peer has gone, or when the loop could not be asked.
    record Readiness(int fd, String operation, Optional<InetSocketAddress> address)
            implements Awaited {}

    /// Something of the JDK: `method` of it was called on this line. For a monitor, `method` is `synchronized`.
    record OfJdk(String method, StackTraceElement line) implements Awaited {}

    /// What `task` waits for now. Only on the loop's own thread can peers be asked for.
    static Awaited by(Task<?> task) {
        var thread = task.thread;
        var state = thread.getState();
        if (state == State.NEW || state == State.RUNNABLE || state == State.TERMINATED) {
            return TaskTree.holdsLoop(task) ? new Running() : new Turn();
        }
        return switch (task.awaits()) {
            case Task<?> other -> new TaskEnd(other.thread.threadId(), other.name());
            case Scope scope -> new ScopeEnd(scope.children.size());
            case Timers.Timer timer -> new TimerEnd(left(timer, task.loop));
            case Listener listener ->
                    new Readiness(listener.fd, "accept", Optional.of(listener.address()));
            case Stream stream -> new Readiness(stream.fd, stream.awaitedBy(thread), peer(stream));
            case null, default -> ofJdk(state, thread.getStackTrace());
        };
    }

    private static Duration left(Timers.Timer timer, EventLoop loop) {
        return Duration.ofNanos(timer.deadline - loop.clock.nanoTime());
    }

    static Optional<InetSocketAddress> peer(Stream stream) {
        try {
            return stream.loop.isOnLoop() ? Optional.of(stream.peer()) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty(); // it has gone, or has not come yet
        }
    }

    private static Awaited ofJdk(State state, StackTraceElement[] stack) {
        var called = state == State.BLOCKED ? "synchronized" : "park";
        for (var frame : stack) {
            var module = frame.getModuleName();
            if (module == null || !(module.startsWith("java.") || module.startsWith("jdk."))) {
                return new OfJdk(called, frame);
            }
            called = frame.getClassName() + "." + frame.getMethodName();
        }
        return new Turn(); // it went on between the two looks
    }

    /// As a person reads it.
    default String text() {
        return switch (this) {
            case Running _ -> "runs";
            case Turn _ -> "awaits its turn";
            case TaskEnd(var id, var name) -> "awaits task #%d %s".formatted(id, name);
            case ScopeEnd(var tasks) ->
                    "awaits its scope (%d %s)".formatted(tasks, tasks == 1 ? "task" : "tasks");
            case TimerEnd(var left) -> "awaits a timer, %s left".formatted(text(left));
            case Readiness(var fd, var operation, var address) ->
                    "awaits fd %d %s".formatted(fd, operation)
                            + address.map(a -> who(operation) + text(a)).orElse("");
            case OfJdk(var method, var line) -> "awaits %s at %s".formatted(method, text(line));
        };
    }

    /// The same without what differs among tasks that do the same: numbers and addresses.
    default String kind() {
        return switch (this) {
            case TaskEnd(_, var name) -> "awaits task " + name.replaceAll("\\d+", "…");
            case ScopeEnd _ -> "awaits its scope";
            case TimerEnd _ -> "awaits a timer";
            case Readiness(_, var operation, _) -> "awaits fd " + operation;
            case Running _, Turn _, OfJdk _ -> text();
        };
    }

    /// A length of time in the unit that fits it.
    static String text(Duration time) {
        var millis = time.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        return millis < 120_000
                ? String.format(Locale.ROOT, "%.1f s", millis / 1000.0)
                : time.toMinutes() + " min";
    }

    private static String who(String operation) {
        return operation.equals("accept") ? " on " : ", peer ";
    }

    /// `EchoServer.java:17`
    static String text(StackTraceElement line) {
        return line.getFileName() + ":" + line.getLineNumber();
    }

    /// `127.0.0.1:8888`, `[::1]:8888`.
    static String text(InetSocketAddress address) {
        var host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
