package echolab.cli.measure;

import echolab.bench.report.TerminalReport;
import echolab.bench.result.AbResult;
import echolab.bench.result.Kind;
import echolab.bench.result.RateResult;
import echolab.bench.result.Saved;
import echolab.bench.result.SavedResult;
import echolab.bench.run.Bench;
import echolab.bench.run.ShownProgress;
import echolab.cli.command.LabCommand;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `lab bench`: measures the steps side by side and shows what was seen.
@Command(
        name = "bench",
        description = "Measures the steps side by side: CPU per echo, throughput, latency.",
        footer = {
            "",
            "Two to four minutes, most of it until JVMs are warm; with --quick under a minute; with --peers twice that; with --sweep five to seven times; with --ab three to four minutes. The time that is left is shown.",
            "The exit code is 1 when a server dropped out, or costs more than --compare allows; the table says why.",
            "Ctrl-C ends all servers and shows what was measured so far."
        })
public final class BenchCommand extends LabCommand {

    @Mixin private TargetChoice choice;

    @Mixin private LoadChoice load;

    @Mixin private AbChoice ab;

    @Mixin private ReportFiles files;

    @Mixin private ExportChoice export;

    @Mixin private CompareChoice comparison;

    @Override
    public Integer call() throws IOException {
        var bench = sensible(ab.isChosen() ? this::byAb : this::byOurLoad);
        var result = bench.run(this::show);
        show(result);
        files.write(result, this::print);
        export.write(List.of(result));
        var changes = sensible(() -> comparison.since(new Saved("this run", result)));
        changes.ifPresent(c -> show(new TerminalReport(ansi()).render(c)));
        var regressed = changes.filter(c -> c.regressions() > 0).isPresent();
        return result.lostServer() || regressed ? 1 : 0;
    }

    private Bench<? extends SavedResult> byAb() throws IOException {
        load.refuseWithAb();
        comparison.refuseWithAb();
        choice.refuseLoops(false);
        var options = ab.options();
        files.check(AbResult.KIND);
        return Bench.of(options, choice.targets(this::print), typed(), ShownProgress.here());
    }

    private Bench<? extends SavedResult> byOurLoad() throws IOException {
        ab.refuseWithoutAb();
        comparison.read(saved -> saved);
        var options = load.options(choice.reference());
        var goal = load.goal();
        choice.refuseLoops(options.kind() == Kind.LOAD && goal.isEmpty());
        if (goal.isPresent()) {
            files.check(RateResult.KIND);
            var targets = choice.targets(this::print);
            return Bench.of(options, goal.get(), targets, typed(), ShownProgress.here());
        }
        files.check(options.kind().name().toLowerCase(Locale.ROOT));
        return Bench.of(options, choice.targets(this::print), typed(), ShownProgress.here());
    }

    private void show(SavedResult result) {
        show(new TerminalReport(ansi()).render(result));
    }
}
