package echolab.bench.run;

import echolab.bench.report.TerminalReport;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/// A benchmark of an hour, for the test of Ctrl-C; prints what it does and, at the end, the table.
final class InterruptedBench implements Progress {

    public static void main(String[] args) throws IOException {
        var targets = List.of(TestTargets.target("one"), TestTargets.target("two"));
        var options = TestTargets.tiny(10, new BenchOptions.Length(10_000, Duration.ofMillis(80)));
        Bench.of(options, targets, List.of(), new InterruptedBench())
                .run(result -> System.out.println(new TerminalReport(Ansi.OFF).render(result)));
    }

    @Override
    public void begin(long millis) {}

    @Override
    public void doing(String what) {
        System.out.println(what);
    }

    @Override
    public void advance(long millis) {}

    @Override
    public void close() {}
}
