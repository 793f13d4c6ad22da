package echolab.epoll;

import echolab.epoll.loop.JumpingClock;
import echolab.epoll.task.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

/// A loop whose time jumps, and a log of what its tasks did: the stage of the tests about tasks.
public final class VirtualTime {

    /// What the tasks did, in order.
    public final List<String> log = new ArrayList<>();

    private final JumpingClock clock = new JumpingClock();

    public <T> T run(Callable<T> main) throws Exception {
        return Task.run(clock, Duration.ofSeconds(5), main);
    }

    /// How much time has passed for the loop.
    public Duration passed() {
        return Duration.ofNanos(clock.nanoTime());
    }

    /// A body that gives its name after a time, and logs how it ended.
    public Callable<String> after(int millis, String name) {
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

    public static Duration ms(int millis) {
        return Duration.ofMillis(millis);
    }

    /// A body that fails.
    public static void fail() {
        throw new IllegalStateException("second");
    }
}
