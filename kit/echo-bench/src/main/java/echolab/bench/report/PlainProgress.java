package echolab.bench.report;

import echolab.bench.Progress;
import java.io.PrintStream;
import java.time.Duration;

/// Progress for a file or a log: a line every ten seconds, with the time that is left.
public final class PlainProgress implements Progress {

    private static final long EVERY = Duration.ofSeconds(10).toNanos();

    private final PrintStream out;
    private long began;
    private long said = System.nanoTime() - EVERY;
    private int total;
    private int done;

    public PlainProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void begin(int visits) {
        total = visits;
    }

    @Override
    public void doing(String what) {
        var now = System.nanoTime();
        if (now - said >= EVERY) {
            said = now;
            out.println("  " + what + left(now));
        }
    }

    @Override
    public void advance(int visits) {
        if (done == 0) {
            // starting and connecting says nothing of how long a visit takes
            began = System.nanoTime();
        }
        done += visits;
    }

    @Override
    public void close() {}

    private String left(long now) {
        if (done == 0) {
            return "";
        }
        var left = Duration.ofNanos((now - began) / done * (total - done));
        return ", about %d s left".formatted(left.toSeconds());
    }
}
