package echolab.epoll.task;

import static echolab.epoll.VirtualTime.ms;

import echolab.epoll.VirtualTime;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

/// Bodies for tasks of tests: each does one thing and logs how it ended. None of them catches what it should not.
final class Bodies {

    private static final int DAY = 24 * 3600 * 1000;

    private final VirtualTime time;

    Bodies(VirtualTime time) {
        this.time = time;
    }

    /// Waits until it is cancelled, and cleans up for so long. The log says whether it was let do so to the end.
    Callable<String> cleansUp(String name, int millis) {
        return () -> {
            try {
                Task.sleep(ms(DAY));
                return name;
            } finally {
                cleanUp(name, millis);
            }
        };
    }

    void cleanUp(String name, int millis) {
        try {
            Task.sleep(ms(millis));
            time.log.add(name + " cleaned up");
        } catch (CancellationException e) {
            time.log.add(name + " was cut short");
            throw e;
        }
    }

    /// Waits until it is cancelled, and then fails after so long.
    Callable<String> failsToCleanUp(String name, int millis) {
        return () -> {
            try {
                Task.sleep(ms(DAY));
                return name;
            } finally {
                Task.sleep(ms(millis));
                fail(name + " could not clean up");
            }
        };
    }

    /// Waits until it is cancelled, and then gives this after so long, as if nothing had been asked of it.
    <T> Callable<T> givesAllTheSame(T result, int millis) {
        return () -> {
            try {
                Task.sleep(ms(DAY));
            } catch (CancellationException _) {
                Task.sleep(ms(millis));
            }
            return result;
        };
    }

    /// Fails after so long.
    Callable<String> failsAfter(int millis, String message) {
        return () -> {
            Task.sleep(ms(millis));
            fail(message);
            return message;
        };
    }

    /// Sleeps, and goes on when it is cancelled: the log says which.
    void sleepOrNot(int millis, String name) {
        try {
            Task.sleep(ms(millis));
            time.log.add(name);
        } catch (CancellationException _) {
            time.log.add(name + " cancelled");
        }
    }

    /// Sleeps, and logs when it is cancelled.
    void sleep(int millis, String name) throws Exception {
        time.after(millis, name).call();
    }

    static void sleepForADay() {
        Task.sleep(ms(DAY));
    }

    static void fail(String message) {
        throw new Fault(message);
    }

    /// What goes wrong in a body: nothing of the JDK's, a CancellationException is an IllegalStateException too.
    static final class Fault extends RuntimeException {

        private static final long serialVersionUID = 1;

        private Fault(String message) {
            super(message);
        }
    }
}
