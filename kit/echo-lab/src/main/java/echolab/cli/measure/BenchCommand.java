package echolab.cli.measure;

import echolab.bench.Bench;
import echolab.bench.Progress;
import echolab.bench.ab.AbBench;
import echolab.bench.ab.AbResult;
import echolab.bench.report.AbTable;
import echolab.bench.report.BarProgress;
import echolab.bench.report.PlainProgress;
import echolab.bench.report.ResultTable;
import echolab.bench.result.BenchResult;
import echolab.cli.command.LabCommand;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `lab bench`: measures the steps side by side and shows what was seen.
@Command(
        name = "bench",
        description = "Measure the steps side by side: CPU per echo, throughput, latency.",
        footer = {
            "",
            "About one and a half minutes; with --quick under half a minute; with --peers three times that; with --sweep five to seven times; with --ab three to four minutes. The time that is left is shown.",
            "The exit code is 1 when a server dropped out; the table says why.",
            "Ctrl-C ends all servers and shows what was measured so far."
        })
public final class BenchCommand extends LabCommand {

    @Mixin private TargetChoice choice;

    @Mixin private LoadChoice load;

    @Mixin private AbChoice ab;

    @Mixin private ReportFiles files;

    @Override
    public Integer call() throws IOException {
        if (ab.isChosen()) {
            return callAb();
        }
        var bench = bench();
        var result = bench.run(this::show);
        show(result);
        files.write(result, this::print);
        return result.lostServer() ? 1 : 0;
    }

    private int callAb() throws IOException {
        var bench = abBench();
        var result = bench.run(this::show);
        show(result);
        files.write(result, this::print);
        return result.lostServer() ? 1 : 0;
    }

    private AbBench abBench() throws IOException {
        return sensible(() -> {
            load.refuseWithAb();
            var options = ab.options();
            files.check(AbResult.KIND);
            return new AbBench(options, choice.targets(this::print), typed(), progress());
        });
    }

    private Bench bench() throws IOException {
        return sensible(() -> {
            ab.refuseWithoutAb();
            var options = load.options();
            files.check(options.kind());
            return new Bench(options, choice.targets(this::print), typed(), progress());
        });
    }

    static Progress progress() {
        return onTerminal() ? new BarProgress() : new PlainProgress(System.err);
    }

    private void show(BenchResult result) {
        show(new ResultTable(result, ansi()).render());
    }

    private void show(AbResult result) {
        show(new AbTable(result, ansi()).render());
    }
}
