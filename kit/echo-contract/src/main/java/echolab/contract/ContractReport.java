package echolab.contract;

import echolab.contract.CaseResult.Outcome;
import echolab.process.Digits;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Help.Ansi;

/// What does a person see while the contract runs? A line for each case when it ends, a line of the one that runs when
/// it takes long and somebody watches on a terminal, and a summary.
public final class ContractReport implements ContractRun.Watcher {

    private static final long TICK = Duration.ofMillis(500).toNanos();
    private static final int LINES_SHOWN = 6;

    /// A terminal has 80 columns, and we indent by four.
    private static final int WIDTH = 76;

    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final PrintWriter out;
    private final Ansi ansi;
    private final boolean terminal;
    private Thread progress;

    /// @param terminal whether a line may be overwritten
    public ContractReport(PrintWriter out, Ansi ansi, boolean terminal) {
        this.out = out;
        this.ansi = ansi;
        this.terminal = terminal;
    }

    @Override
    public void begins(String name) {
        if (terminal) {
            progress = Thread.ofVirtual().name("progress").start(() -> showProgress(name));
        }
    }

    private void showProgress(String name) {
        var start = System.nanoTime();
        while (!Thread.interrupted()) {
            LockSupport.parkNanos(TICK);
            if (!Thread.currentThread().isInterrupted()) {
                var seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
                out.print("\r  … %s  %s s".formatted(name, seconds));
                out.flush();
            }
        }
    }

    @Override
    public void ends(CaseResult result) {
        stopProgress();
        counts.merge(result.outcome(), 1, Integer::sum);
        var mark = ansi.string(result.outcome().styledMark());
        out.println("%s %s  %s".formatted(mark, result.name(), seconds(result.took())));
        result.seen().lines().limit(LINES_SHOWN).forEach(this::printSeen);
        out.flush();
    }

    /// Broken at spaces for a terminal, whole for a file that somebody searches.
    private void printSeen(String line) {
        var parts = terminal ? Text.wrap(line, WIDTH) : List.of(line);
        parts.forEach(part -> out.println("    " + part));
    }

    private void stopProgress() {
        if (progress == null) {
            return;
        }
        progress.interrupt();
        try {
            progress.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        progress = null;
        out.print("\r\033[K");
    }

    /// Prints how it ended.
    ///
    /// @return whether no case was broken, and at least one was tried
    public boolean summary(String name) {
        var kept = counts.getOrDefault(Outcome.KEPT, 0);
        var broken = counts.getOrDefault(Outcome.BROKEN, 0);
        var notApplicable = counts.getOrDefault(Outcome.NOT_APPLICABLE, 0);
        out.println();
        out.println(
                "%s: %s kept, %s broken, %s not applicable"
                        .formatted(name, kept, broken, notApplicable));
        out.flush();
        return broken == 0 && kept > 0;
    }

    private static String seconds(Duration took) {
        return Digits.in("%.1f s", took.toMillis() / 1000.0);
    }
}
