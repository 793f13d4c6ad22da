package echolab.contract;

import echolab.contract.CaseResult.Outcome;
import echolab.process.Digits;
import echolab.table.TextTable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/// What a person sees while the contract runs: a line for each case when it ends, a line of the one that runs when
/// somebody watches on a terminal, and a summary.
public final class ContractReport implements ContractRun.Watcher {

    private static final int LINES_SHOWN = 6;

    /// A terminal has 80 columns, and we indent by four.
    private static final int WIDTH = 76;

    private final List<CaseResult> results = new ArrayList<>();
    private final PrintWriter out;
    private final Ansi ansi;
    private final boolean terminal;

    /// @param terminal whether a line may be overwritten
    public ContractReport(PrintWriter out, Ansi ansi, boolean terminal) {
        this.out = out;
        this.ansi = ansi;
        this.terminal = terminal;
    }

    @Override
    public void begins(String name) {
        if (terminal) {
            out.print("  … " + name);
            out.flush();
        }
    }

    @Override
    public void ends(CaseResult result) {
        results.add(result);
        if (terminal) {
            out.print("\r\033[K");
        }
        var mark = ansi.string(result.outcome().styledMark());
        var seconds = Digits.in("%.1f s", result.took().toMillis() / 1000.0);
        out.println("%s %s  %s".formatted(mark, result.name(), seconds));
        result.seen().lines().limit(LINES_SHOWN).forEach(this::printSeen);
        out.flush();
    }

    /// Broken at spaces for a terminal, whole for a file that somebody searches.
    private void printSeen(String line) {
        var parts = terminal ? TextTable.wrap(line, WIDTH) : List.of(line);
        parts.forEach(part -> out.println("    " + part));
    }

    /// Prints how it ended.
    ///
    /// @return whether no case was broken, and at least one was tried
    public boolean summary(String name) {
        var held = new Held(name, name, Optional.empty(), results);
        out.println();
        out.println(name + ": " + held.summary());
        out.flush();
        return held.keepsAll() && held.count(Outcome.KEPT) > 0;
    }
}
