package echolab.bench.load;

import echolab.bench.result.Faults;
import echolab.bench.result.Schedule;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// What has come of the messages of a slice so far. Counting an echo allocates nothing.
final class Tally {

    static final long LONGEST_LATENCY = TimeUnit.MINUTES.toNanos(1);

    private final Histogram latency = new Histogram(1000, LONGEST_LATENCY, 3);
    private Faults faults = Faults.NONE;
    private long echoes;
    private long began;
    private long lastEcho;

    /// Begins anew.
    void begin(long now) {
        faults = Faults.NONE;
        latency.reset();
        echoes = 0;
        began = now;
        lastEcho = now;
    }

    /// A message came back.
    ///
    /// @param since when its latency began
    /// @param corrupt whether with other bytes
    void echo(long since, long now, boolean corrupt) {
        lastEcho = now;
        if (corrupt) {
            fault(Faults.CORRUPT);
        } else {
            echoes++;
            latency.recordValue(Math.min(now - since, LONGEST_LATENCY));
        }
    }

    /// A message did not come back as it should.
    void fault(Faults one) {
        faults = faults.plus(one);
    }

    /// A message waited for so long, and was never sent or did not come back: its latency is that at least.
    void waited(long nanos) {
        latency.recordValue(Math.min(nanos, LONGEST_LATENCY));
    }

    Faults faults() {
        return faults;
    }

    Figures figures(int open, Optional<Schedule> schedule) {
        return new Figures(echoes, faults, open, lastEcho - began, latency.copy(), schedule);
    }
}
