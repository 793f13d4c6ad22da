package echolab.bench.report;

import echolab.bench.Progress;
import java.io.PrintStream;
import java.time.Duration;

/// Progress for a file or a log: a line every ten seconds, with the time that is left.
public final class PlainProgress implements Progress {

    private static final long EVERY = Duration.ofSeconds(10).toNanos();

    private static final long TELLING = 5_000;

    private final PrintStream out;
    private long began;
    private long said = System.nanoTime() - EVERY;
    private long total;
    private long done;

    public PlainProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void begin(long millis) {
        total = millis;
        began = System.nanoTime();
    }

    @Override
    public void doing(String what) {
        var now = System.nanoTime();
        if (now - said >= EVERY) {
            said = now;
            out.println("  %s, about %s left".formatted(what, time(left(now))));
        }
    }

    @Override
    public void advance(long millis) {
        done += millis;
    }

    @Override
    public void close() {}

    /// As much slower than expected as it was so far; the first seconds say little of that.
    private Duration left(long now) {
        var left = Duration.ofMillis(Math.max(0, total - done));
        return done < TELLING
                ? left
                : left.multipliedBy(Duration.ofNanos(now - began).toMillis()).dividedBy(done);
    }

    private static String time(Duration left) {
        return left.toSeconds() < 100
                ? left.toSeconds() + " s"
                : left.plusSeconds(30).toMinutes() + " min";
    }
}
