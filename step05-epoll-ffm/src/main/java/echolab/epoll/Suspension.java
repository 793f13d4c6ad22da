package echolab.epoll;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;

/// How does a task wait? All waiting of our own passes through here, so that a cancel is noticed in one place.
final class Suspension {

    private Suspension() {}

    /// Parks once; the caller looks again whether it has to wait on.
    ///
    /// @param awaited what it waits for, for whoever asks
    /// @throws CancellationException when the task was cancelled
    static void park(Object awaited) {
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
        try {
            while (timer.isPending()) {
                park(timer);
            }
        } finally {
            loop.timers.cancel(timer);
        }
    }

    private static void throwIfCancelled() {
        if (Thread.interrupted()) {
            throw new CancellationException(describe(Thread.currentThread()) + " was cancelled");
        }
    }

    /// A task by its name, and any other thread as it calls itself.
    static String describe(Thread thread) {
        return thread.getUncaughtExceptionHandler() instanceof Task<?> task
                ? task.toString()
                : String.valueOf(thread);
    }
}
