package echolab.cli;

import echolab.bench.Bench;
import echolab.bench.Progress;
import echolab.bench.ab.AbBench;
import echolab.bench.ab.AbResult;
import echolab.bench.report.AbTable;
import echolab.bench.report.BarProgress;
import echolab.bench.report.PlainProgress;
import echolab.bench.report.ResultTable;
import echolab.bench.result.BenchResult;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `lab bench`: measures the steps side by side and shows what was seen.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measure the steps side by side: CPU an echo, throughput, latency.",
        footer = {
            "",
            "About one and a half minutes; with --quick under half a minute; with --peers three times that; with --sweep five to seven times; with --ab three to four minutes. The time that is left is shown.",
            "The exit code is 1 when a server dropped out; the table says why.",
            "Ctrl-C ends all servers and shows what was measured so far."
        })
final class BenchCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

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
        files.write(result, this::say);
        return result.lostServer() ? 1 : 0;
    }

    private int callAb() throws IOException {
        var bench = abBench();
        var result = bench.run(this::show);
        show(result);
        files.write(result, this::say);
        return result.lostServer() ? 1 : 0;
    }

    private AbBench abBench() throws IOException {
        try {
            load.refuseWithAb();
            var options = ab.options();
            files.check(AbResult.KIND);
            return new AbBench(options, choice.targets(this::say), Lab.words(spec), progress());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private Bench bench() throws IOException {
        try {
            ab.refuseWithoutAb();
            var options = load.options();
            files.check(options.kind());
            return new Bench(options, choice.targets(this::say), Lab.words(spec), progress());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private static Progress progress() {
        var console = System.console();
        return console != null && console.isTerminal()
                ? new BarProgress()
                : new PlainProgress(System.err);
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }

    private void show(BenchResult result) {
        var out = spec.commandLine().getOut();
        out.print(new ResultTable(result, spec.commandLine().getColorScheme().ansi()).render());
        out.flush();
    }

    private void show(AbResult result) {
        var out = spec.commandLine().getOut();
        out.print(new AbTable(result, spec.commandLine().getColorScheme().ansi()).render());
        out.flush();
    }
}
