package echolab.epoll.examples;

import echolab.epoll.Clock;
import echolab.epoll.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/// How does an example that sleeps for an hour run in a moment? Its time jumps to the next deadline when nobody has
/// anything to do.
final class VirtualTime implements Clock {

    private long now;

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public long nanosUntil(long deadline) {
        now = Math.max(now, deadline);
        return 0;
    }

    List<String> printedBy(Callable<?> example) throws Exception {
        return Printed.by(() -> EventLoop.run(this, Duration.ofSeconds(5), example));
    }

    Duration passed() {
        return Duration.ofNanos(now);
    }
}
