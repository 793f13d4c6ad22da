package echolab.epoll.task;

import echolab.epoll.loop.EventLoop;
import echolab.epoll.loop.Timers.Timer;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;

/// How does a task wait? All waiting of our own passes through here, so that a cancel is noticed in one place.
public final class Suspension {

    /// What a sleeping task waits for.
    private record Sleep(Timer timer, EventLoop loop) implements Blocker {

        @Override
        public Awaited awaitedBy(Task<?> task) {
            var left = Duration.ofNanos(timer.deadline() - loop.nanoTime());
            return Awaited.of("a timer", ", " + Awaited.text(left) + " left");
        }
    }

    private Suspension() {}

    /// Parks once; the caller looks again whether it has to wait on.
    ///
    /// @param awaited what it waits for, for whoever asks
    /// @throws CancellationException when the task was cancelled
    public static void park(Blocker awaited) {
        LockSupport.park(awaited);
        throwIfCancelled();
    }

    static void yield() {
        Thread.yield();
        throwIfCancelled();
    }

    static void sleep(EventLoop loop, Duration time) {
        var thread = Thread.currentThread();
        var timer = loop.after(time, () -> LockSupport.unpark(thread));
        var sleep = new Sleep(timer, loop);
        try {
            while (timer.isPending()) {
                park(sleep);
            }
        } finally {
            loop.cancel(timer);
        }
    }

    static void throwIfCancelled() {
        if (Thread.interrupted()) {
            throw new CancellationException(describe(Thread.currentThread()) + " was cancelled");
        }
    }

    /// A task by its name, and any other thread as it calls itself.
    public static String describe(Thread thread) {
        return thread.getUncaughtExceptionHandler() instanceof Task<?> task
                ? task.toString()
                : String.valueOf(thread);
    }
}
