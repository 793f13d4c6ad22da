package echolab.bench.report;

import echolab.bench.result.BenchResult;
import echolab.bench.result.Bottleneck;
import echolab.bench.result.Quartiles;
import echolab.bench.result.RunResult;
import echolab.bench.result.Summary;
import echolab.bench.result.TargetResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/// A result as one page that needs no network: charts, and the same table and sentences as in the terminal.
public final class HtmlPage {

    private final BenchResult result;

    private HtmlPage(BenchResult result) {
        this.result = result;
    }

    /// @throws IOException when the file cannot be written; names the file
    public static void write(BenchResult result, Path file) throws IOException {
        PageFile.write(file, new HtmlPage(result).render());
    }

    private String render() throws IOException {
        return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Echo Lab: %s</title>
        <style>
        %s</style>
        </head>
        <body>
        <h1>Echo servers side by side</h1>
        <p>%s</p>
        %s%s
        <h2>The table</h2>
        <pre tabindex="0">%s</pre>
        </body>
        </html>
        """
                .formatted(
                        result.date(),
                        style(),
                        Svg.escape(Verdict.machine(result)),
                        result.partial()
                                ? "<p class=\"warning\">Partial: the run was interrupted.</p>"
                                : "",
                        result.runs().stream().map(this::section).collect(Collectors.joining()),
                        Svg.escape(new ResultTable(result, Ansi.OFF).render()));
    }

    private String section(RunResult run) {
        return """
        <section>
        <h2>Connections: %,d. Message: %,d bytes</h2>
        %s%s%s%s%s%s</section>
        """
                .formatted(
                        run.connections(),
                        run.payloadBytes(),
                        sentences(run),
                        figure(
                                "CPU of the server an echo, µs. Whiskers: quartiles over %d cycles."
                                        .formatted(run.cyclesDone()),
                                bars(
                                                run,
                                                "CPU an echo in microseconds",
                                                2,
                                                Summary::cpuMicrosPerEcho)
                                        .render()),
                        figure(
                                "The same as a ratio to %s in the same cycle. The band is the noise of this run."
                                        .formatted(run.reference().orElse("none")),
                                bars(run, "ratio of CPU an echo", 2, Summary::ratio)
                                        .render(run.noise().orElse(0))),
                        figure(
                                "Echoes a second. A pale bar: the load generator was the bottleneck.",
                                bars(
                                                run,
                                                "echoes a second",
                                                0,
                                                s -> Optional.of(s.echoesPerSecond()))
                                        .render()),
                        figure(
                                "Latency, ms, each line ten times the last. Dots from left to right: p50, p99, p99.9, maximum.",
                                latencies(run).render()),
                        failures(run));
    }

    private static String sentences(RunResult run) {
        return Verdict.of(run).stream()
                .map(line -> "<li>" + Svg.escape(line) + "</li>")
                .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>\n"));
    }

    private static String figure(String caption, String svg) {
        return "<figure>\n<figcaption>"
                + Svg.escape(caption)
                + "</figcaption>\n"
                + svg
                + "</figure>\n";
    }

    private static String failures(RunResult run) {
        return run.targets().stream()
                .flatMap(target -> target.failure().stream())
                .map(failure -> "<pre class=\"warning\">" + Svg.escape(failure) + "</pre>\n")
                .collect(Collectors.joining());
    }

    private static BarChart bars(
            RunResult run,
            String title,
            int places,
            Function<Summary, Optional<Quartiles>> figure) {
        return new BarChart(title, places, rows(run, target -> bar(target, figure)));
    }

    private static LatencyChart latencies(RunResult run) {
        return new LatencyChart(
                rows(
                        run,
                        t ->
                                t.summary()
                                        .map(s ->
                                                new LatencyChart.Row(
                                                        t.name(), s.latencyMillis()))));
    }

    private static <T> List<T> rows(RunResult run, Function<TargetResult, Optional<T>> row) {
        return run.targets().stream().flatMap(target -> row.apply(target).stream()).toList();
    }

    private static Optional<BarChart.Row> bar(
            TargetResult target, Function<Summary, Optional<Quartiles>> figure) {
        return target.summary()
                .flatMap(summary ->
                        figure.apply(summary)
                                .map(q ->
                                        new BarChart.Row(
                                                target.name(),
                                                q,
                                                summary.bottleneck() == Bottleneck.CLIENT)));
    }

    private static String style() throws IOException {
        try (var css = HtmlPage.class.getResourceAsStream("/echolab/bench/report.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
