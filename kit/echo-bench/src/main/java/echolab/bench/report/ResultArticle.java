package echolab.bench.report;

import echolab.bench.chart.Charts;
import echolab.bench.chart.Figure;
import echolab.bench.chart.Markup;
import echolab.bench.chart.Numbers;
import echolab.bench.chart.Sweep;
import echolab.bench.result.BenchResult;
import echolab.bench.result.IdleResult;
import echolab.bench.result.RunResult;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One result on the page: what was asked for and where, then lines for what was varied, then each run by itself.
final class ResultArticle {

    /// With more runs than these, their lines are looked at first and a run is opened when it is wanted.
    private static final int OPEN = 2;

    private final Saved saved;
    private final BenchResult result;

    ResultArticle(Saved saved) {
        this.saved = saved;
        this.result = saved.result();
    }

    String render() {
        return """
        <article id="%s">
        <h2>%s</h2>
        %s%s%s%s%s%s%s</article>
        """
                .formatted(
                        Html.id(saved.name()),
                        Markup.escape(saved.name()),
                        result.partial() ? Html.warning("Partial: the run was interrupted.") : "",
                        Facts.of(result),
                        Legend.of(result),
                        Sweep.of(result).stream()
                                .map(ResultArticle::sweep)
                                .collect(Collectors.joining()),
                        result.runs().stream().map(this::run).collect(Collectors.joining()),
                        result.idle().stream()
                                .map(ResultArticle::idle)
                                .collect(Collectors.joining()),
                        Facts.servers(result));
    }

    private static String sweep(Sweep sweep) {
        return """
        <section>
        <h3>Over %s</h3>
        <p>%s</p>
        %s</section>
        """
                .formatted(
                        Markup.escape(sweep.axis().words()),
                        Markup.escape(Loads.withoutAxis(sweep)),
                        Html.charts(
                                Stream.of(Figure.CPU, Figure.RATIO, Figure.ECHOES, Figure.P99)
                                        .map(figure ->
                                                Html.figure(
                                                        figure.title(),
                                                        Charts.sweep(sweep, figure)))
                                        .toArray(String[]::new)));
    }

    private String run(RunResult run) {
        var title = Markup.escape(Loads.of(run));
        return result.runs().size() > OPEN
                ? "<details>\n<summary><h3>%s</h3></summary>\n%s</details>\n"
                        .formatted(title, figures(run))
                : "<section>\n<h3>%s</h3>\n%s</section>\n".formatted(title, figures(run));
    }

    private static String figures(RunResult run) {
        return run.targets().stream()
                        .flatMap(target -> target.failure().stream())
                        .map(ResultArticle::failure)
                        .collect(Collectors.joining())
                + Html.charts(
                        bars(run, Figure.CPU),
                        Html.figure(ratioCaption(run), Charts.ratios(run)),
                        bars(run, Figure.ECHOES),
                        Html.figure("Latency from the median to the maximum, ms", latencies(run)),
                        Html.figure(
                                "Latency up to the 99.99th percentile, ms",
                                Charts.percentiles(run)))
                + FiguresTable.of(run)
                + Html.list(Stream.concat(lost(run), Verdict.of(run).stream()).toList());
    }

    private static Stream<String> lost(RunResult run) {
        return run.targets().stream()
                .filter(target -> target.faults().total() > 0)
                .map(target -> target.name() + ": " + target.faults().sentence() + ".");
    }

    private static String bars(RunResult run, Figure figure) {
        var asked =
                figure == Figure.ECHOES && run.ratePerSecond().isPresent()
                        ? "; the line is the rate that was asked for"
                        : "";
        return Html.figure(figure.title() + asked, Charts.bars(run, figure));
    }

    private static String ratioCaption(RunResult run) {
        return "The same as a ratio to %s in the same cycle%s"
                .formatted(
                        run.reference().orElse("the reference"),
                        run.noise().isPresent()
                                ? "; noise ±"
                                        + Numbers.places(run.noise().getAsDouble() * 100, 1)
                                        + " %"
                                : "");
    }

    private static Optional<String> latencies(RunResult run) {
        return Charts.latencies(run).map(chart -> chart + Legend.percentiles());
    }

    private static String idle(IdleResult idle) {
        var failures =
                idle.targets().stream()
                        .flatMap(target -> target.failure().stream())
                        .map(ResultArticle::failure)
                        .collect(Collectors.joining());
        return """
        <section>
        <h3>%s idle connections</h3>
        %s%s%s%s</section>
        """
                .formatted(
                        Numbers.places(idle.connections(), 0),
                        failures,
                        Html.charts(
                                Html.figure(
                                        "Memory of the process an idle connection, KiB",
                                        Charts.idle(idle))),
                        FiguresTable.of(idle),
                        Html.list(IdleTable.sentences(idle)));
    }

    private static String failure(String text) {
        return "<pre class=\"warning\" tabindex=\"0\">" + Markup.escape(text) + "</pre>\n";
    }
}
