package echolab.epoll;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

/// A loop whose time jumps, and a log of what its tasks did: the stage of the tests about tasks.
final class VirtualTime {

    /// What the tasks did, in order.
    final List<String> log = new ArrayList<>();

    private final JumpingClock clock = new JumpingClock();

    <T> T run(Callable<T> main) throws Exception {
        return EventLoop.run(clock, Duration.ofSeconds(5), main);
    }

    /// How much time has passed for the loop.
    Duration passed() {
        return Duration.ofNanos(clock.nanoTime());
    }

    /// A body that gives its name after a time, and logs how it ended.
    Callable<String> after(int millis, String name) {
        return () -> {
            try {
                Task.sleep(ms(millis));
                log.add(name);
                return name;
            } catch (CancellationException e) {
                log.add(name + " cancelled");
                throw e;
            }
        };
    }

    static Duration ms(int millis) {
        return Duration.ofMillis(millis);
    }

    /// A body that fails.
    static void fail() {
        throw new IllegalStateException("second");
    }
}
