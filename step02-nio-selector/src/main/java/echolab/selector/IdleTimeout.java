package echolab.selector;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Who has said and taken nothing for too long? A selector knows no time-out of a channel. So the loop sleeps no longer than until the next look, and
/// then looks at all connections.
///
/// There are ten looks in the length of the time-out, so a connection may stay for a tenth longer. The exact moment would take an
/// order of all connections, kept at every read.
final class IdleTimeout {

    private static final int LOOKS = 10;

    private final long interval;
    private long nextLook;

    /// @param timeout 0 for none
    IdleTimeout(Duration timeout) {
        interval = timeout.toNanos() / LOOKS;
        nextLook = System.nanoTime() + interval;
    }

    /// How long the loop may sleep that would otherwise sleep for `millis`; 0 for no limit.
    long sleepAtMost(long millis) {
        if (interval == 0) {
            return millis;
        }
        var left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(nextLook - System.nanoTime()));
        return millis == 0 ? left : Math.min(millis, left);
    }

    /// Asked in each turn; who has no time-out looks at no clock.
    boolean isTimeToLook() {
        if (interval == 0 || System.nanoTime() - nextLook < 0) {
            return false;
        }
        nextLook = System.nanoTime() + interval;
        return true;
    }

    void look(Connection connection) {
        connection.endIfSilent(LOOKS);
    }
}
