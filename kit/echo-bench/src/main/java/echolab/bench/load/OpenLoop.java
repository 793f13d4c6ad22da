package echolab.bench.load;

import echolab.bench.result.Faults;
import echolab.bench.result.Schedule;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// How long messages take that come when they come, whether the server is ready or not.
///
/// Message k is due at `k / rate` seconds, on the connections in turn. One whose connection still waits for an echo is
/// *owed*: it is sent when that echo has come, and its latency counts from when it was due. So a server that stalls for
/// 200 ms has all messages of these 200 ms late, and not the one of each connection that a [ClosedLoop] would send
/// (Gil Tene calls that *coordinated omission*).
///
/// ```
///  due      1  2  3  4  5  6  7  8
///  server   ■  ■  ▒▒▒ stalls ▒▒▒▒▒  ■■■■■■
///  latency        3├───────────────┤
///                    4├────────────┤         a closed loop would not have sent 4 to 8
/// ```
///
/// A connection has one message on its way at the most, as in the closed loop, so that an echo is the same work for the
/// server. (Sending several ahead would let it read them in one call.)
final class OpenLoop implements Pacer {

    /// `select` waits in whole milliseconds and wakes up late; so what is left is spent looking at the clock.
    private static final long SPIN_BELOW = TimeUnit.MILLISECONDS.toNanos(2);

    private final Exchange exchange;
    private final Histogram late = new Histogram(1000, Tally.LONGEST_LATENCY, 2);

    private List<LoadConnection> connections = List.of();
    private int rate;
    private int first;
    private long began;
    private long due;
    private long owed;
    private long lastSent;
    private long spunNanos;

    OpenLoop(Exchange exchange) {
        this.exchange = exchange;
    }

    /// Sends what is due in this time, waits for the echoes, and says what was seen.
    ///
    /// What is still owed when the time is over is sent late, for as long again at the most: a server that gets twice what
    /// it can do is let finish, one that gets more is not waited for.
    ///
    /// @param rate messages a second, over all connections
    Figures slice(Duration duration, int rate) throws IOException {
        this.rate = rate;
        connections = exchange.open();
        late.reset();
        due = 0;
        owed = 0;
        spunNanos = 0;
        connections.forEach(connection -> connection.owed = 0);
        began = exchange.begin(this);
        lastSent = began;
        keepTimetable(
                rate * duration.toNanos() / TimeUnit.SECONDS.toNanos(1),
                began + 2 * duration.toNanos());
        var schedule = schedule();
        exchange.awaitAnswers(System.nanoTime() + Faults.PATIENCE.toNanos());
        first = (int) ((first + due) % connections.size());
        return exchange.figures(Optional.of(schedule));
    }

    private Schedule schedule() {
        var unsent = owed;
        var sent = unsent == 0 ? lastSent + interval() : System.nanoTime();
        abandonOwed();
        return new Schedule(due, unsent, sent - began, late.getValueAtPercentile(99));
    }

    /// Time of the last slice in which there was nothing to do but to look at the clock.
    long spunNanos() {
        return spunNanos;
    }

    private void keepTimetable(long all, long limit) throws IOException {
        while (due < all || owed > 0) {
            var now = System.nanoTime();
            if (now >= limit) {
                return;
            }
            while (due < all && dueAt(due) <= now) {
                take(connections.get((int) ((first + due) % connections.size())), now);
                due++;
                now = System.nanoTime();
            }
            pause(now, due < all ? dueAt(due) : limit);
        }
    }

    /// The message that is due now is this connection's.
    // tag::take[]
    private void take(LoadConnection connection, long now) {
        if (!connection.channel.isOpen() || connection.waiting) {
            if (connection.owed++ == 0) {
                connection.turn = due;
            }
            owed++;
            return;
        }
        late.recordValue(Math.min(now - dueAt(due), Tally.LONGEST_LATENCY));
        send(connection, due, now);
    }

    // end::take[]

    @Override
    public void answered(LoadConnection connection, long now) {
        if (connection.owed > 0) {
            connection.owed--;
            owed--;
            var number = connection.turn;
            connection.turn += connections.size();
            send(connection, number, now);
        }
    }

    private void send(LoadConnection connection, long number, long now) {
        lastSent = now;
        exchange.send(connection, dueAt(number));
    }

    private void pause(long now, long until) throws IOException {
        var left = until - now;
        if (left > SPIN_BELOW) {
            exchange.look(TimeUnit.NANOSECONDS.toMillis(left) - 1);
        } else if (exchange.look(0) == 0) {
            // where the server has to share this CPU, it must be let run
            Thread.yield();
            spunNanos += System.nanoTime() - now;
        }
    }

    /// Forgets what could not be sent. Each has waited until now, and that is its latency at least: to leave it out would
    /// hide the worst.
    private void abandonOwed() {
        var now = System.nanoTime();
        for (var connection : connections) {
            for (var i = 0; i < connection.owed && connection.channel.isOpen(); i++) {
                exchange.unsent(now - dueAt(connection.turn + (long) i * connections.size()));
            }
            connection.owed = 0;
        }
    }

    private long interval() {
        return TimeUnit.SECONDS.toNanos(1) / rate;
    }

    private long dueAt(long number) {
        return began + (long) (number * 1e9 / rate);
    }
}
