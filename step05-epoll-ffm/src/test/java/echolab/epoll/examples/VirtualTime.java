package echolab.epoll.examples;

import echolab.epoll.loop.JumpingClock;
import echolab.epoll.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/// How does an example that sleeps for an hour run in a moment? Its time jumps to the next deadline when nobody has
/// anything to do.
final class VirtualTime {

    private final JumpingClock clock = new JumpingClock();

    List<String> printedBy(Callable<?> example) throws Exception {
        return Printed.by(() -> Task.run(clock, Duration.ofSeconds(5), example));
    }

    Duration passed() {
        return Duration.ofNanos(clock.nanoTime());
    }
}
