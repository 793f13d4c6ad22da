package echolab.epoll.task;

import echolab.epoll.loop.Clock;
import java.time.Duration;

/// Time that jumps when there is nothing to do, and that a body can let pass while it holds the loop.
final class HandMovedClock implements Clock {

    private long now;

    void pass(Duration time) {
        now += time.toNanos();
    }

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public long nanosUntil(long deadline) {
        now = Math.max(now, deadline);
        return 0;
    }
}
