package echolab.epoll;

import java.io.IOException;
import java.lang.Thread.State;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Locale;

/// What does a task wait for, in words?
///
/// Our own suspension points leave an object with the thread that parks (its *blocker*), so to know costs nothing until
/// somebody asks. Where the JDK parks a task, the stack tells: the method of the JDK that the task's code has called.
///
/// @param kind without what differs among tasks that do the same, `awaits fd read`
/// @param text with numbers and addresses, `awaits fd 17 read, peer 127.0.0.1:51234`
public record Awaited(String kind, String text) {

    private Awaited(String text) {
        this(text, text);
    }

    /// What `task` waits for now. Only on the loop's own thread can peers be asked for.
    static Awaited by(Task<?> task) {
        var thread = task.thread;
        var state = thread.getState();
        if (state == State.NEW || state == State.RUNNABLE || state == State.TERMINATED) {
            return new Awaited(task.holdsLoop() ? "runs" : "awaits its turn");
        }
        return switch (task.awaits()) {
            case Task<?> other ->
                    new Awaited(
                            "awaits task " + withoutNumbers(other.name()),
                            "awaits task #%d %s".formatted(other.id(), other.name()));
            case Scope scope -> {
                var count = scope.children.size();
                yield awaited("its scope", " (" + count + (count == 1 ? " task)" : " tasks)"));
            }
            case Timers.Timer timer -> awaited("a timer", ", " + text(left(timer, task)) + " left");
            case Listener listener -> fd(listener, "accept", " on " + text(listener.address()));
            case Stream stream -> fd(stream, stream.awaitedBy(thread), peer(stream, ", peer "));
            case null, default -> ofJdk(state, thread.getStackTrace());
        };
    }

    private static Awaited awaited(String kind, String detail) {
        return new Awaited("awaits " + kind, "awaits " + kind + detail);
    }

    private static Awaited fd(Pollable pollable, String operation, String address) {
        return new Awaited(
                "awaits fd " + operation, "awaits " + pollable + " " + operation + address);
    }

    private static Duration left(Timers.Timer timer, Task<?> task) {
        return Duration.ofNanos(timer.deadline - task.loop.clock.nanoTime());
    }

    /// Nothing when the peer has gone or has not come yet, or when the loop cannot be asked.
    static String peer(Stream stream, String before) {
        try {
            return stream.loop.isOnLoop() ? before + text(stream.peer()) : "";
        } catch (IOException _) {
            return "";
        }
    }

    /// The method of the JDK that our code has called, and where; for a monitor, `synchronized`.
    private static Awaited ofJdk(State state, StackTraceElement[] stack) {
        var called = state == State.BLOCKED ? "synchronized" : "park";
        for (var frame : stack) {
            var module = frame.getModuleName();
            if (module == null || !(module.startsWith("java.") || module.startsWith("jdk."))) {
                return new Awaited("awaits %s at %s".formatted(called, text(frame)));
            }
            called = frame.getClassName() + "." + frame.getMethodName();
        }
        return new Awaited("awaits its turn"); // it went on between the two looks
    }

    static String withoutNumbers(String name) {
        return name.replaceAll("\\d+", "…");
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

    /// `EchoServer.java:17`
    static String text(StackTraceElement line) {
        return line.getFileName() + ":" + line.getLineNumber();
    }

    /// `127.0.0.1:8888`, `[::1]:8888`.
    private static String text(InetSocketAddress address) {
        var host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
