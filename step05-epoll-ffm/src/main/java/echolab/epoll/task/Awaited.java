package echolab.epoll.task;

import java.lang.Thread.State;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// What does a task wait for, in words?
///
/// Where we park a task, the [Blocker] tells. Where the JDK parks it, the stack does: the method of the JDK that the task's code has called.
///
/// @param kind without what differs among tasks that do the same, `awaits fd read`
/// @param text with numbers and addresses, `awaits fd 17 read, peer 127.0.0.1:51234`
public record Awaited(String kind, String text) {

    private Awaited(String text) {
        this(text, text);
    }

    /// What `task` waits for now.
    static Awaited by(Task<?> task) {
        return withoutStack(task).orElseGet(() -> ofJdk(task));
    }

    /// The same; nothing where the JDK has parked it.
    static Optional<Awaited> withoutStack(Task<?> task) {
        var thread = task.thread;
        var state = thread.getState();
        if (state == State.NEW || state == State.RUNNABLE || state == State.TERMINATED) {
            return Optional.of(new Awaited(task.holdsLoop() ? "runs" : "awaits its turn"));
        }
        return LockSupport.getBlocker(thread) instanceof Blocker blocker
                ? Optional.of(blocker.awaitedBy(task))
                : Optional.empty();
    }

    /// `awaits` with this kind of thing, and what tells it from others of its kind.
    public static Awaited of(String kind, String detail) {
        return new Awaited("awaits " + kind, "awaits " + kind + detail);
    }

    /// The method of the JDK that our code has called, and where; for a monitor, `synchronized`.
    private static Awaited ofJdk(Task<?> task) {
        var called = task.thread.getState() == State.BLOCKED ? "synchronized" : "park";
        for (var frame : task.stack()) {
            if (!isOfJdk(frame)) {
                return new Awaited("awaits %s at %s".formatted(called, text(frame)));
            }
            called = frame.getClassName() + "." + frame.getMethodName();
        }
        return new Awaited("awaits its turn"); // it went on between the two looks
    }

    static boolean isOfJdk(StackTraceElement frame) {
        var module = frame.getModuleName();
        return module != null && (module.startsWith("java.") || module.startsWith("jdk."));
    }

    public static String withoutNumbers(String name) {
        return name.replaceAll("\\d+", "…");
    }

    /// A length of time in the unit that fits it.
    public static String text(Duration time) {
        if (time.compareTo(Duration.ofSeconds(1)) < 0) {
            return time.toMillis() + " ms";
        }
        return time.compareTo(Duration.ofMinutes(2)) < 0
                ? String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0)
                : time.toMinutes() + " min";
    }

    /// `EchoServer.java:17`
    public static String text(StackTraceElement line) {
        return line.getFileName() + ":" + line.getLineNumber();
    }
}
