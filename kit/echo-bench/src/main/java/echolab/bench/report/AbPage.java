package echolab.bench.report;

import static echolab.bench.report.AbTable.decimals;
import static echolab.bench.report.AbTable.whole;

import echolab.bench.ab.AbResult;
import echolab.bench.ab.AbSummary;
import echolab.bench.ab.AbTarget;
import echolab.bench.chart.AbChart;
import echolab.bench.chart.Key;
import echolab.bench.chart.Markup;
import echolab.bench.result.Bottleneck;
import echolab.process.Digits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What ApacheBench saw, as one page that needs no network and no script: its lines as a table, charts with the spread, and
/// what must be known to read its figures of an echo server.
public final class AbPage {

    private final AbResult result;

    private AbPage(AbResult result) {
        this.result = result;
    }

    /// @throws IOException when the file cannot be written; names the file
    public static void write(AbResult result, Path file) throws IOException {
        PageFile.write(file, new AbPage(result).render());
    }

    private String render() throws IOException {
        var title = "ApacheBench against echo servers";
        return HtmlPage.document(title, "<h1>" + title + "</h1>\n", article());
    }

    private String article() {
        return Digits.in(
                """
                <article>
                <h2>%,d requests to each server, %,d at a time</h2>
                %s%s%s%s%s%s</article>
                """,
                result.requests(),
                result.concurrency(),
                result.partial() ? Html.warning("Partial: it was interrupted.") : "",
                failures(),
                "<ul class=\"key\">\n<li>%s<span>ab was the bottleneck: these requests a second are its limit, not the server’s</span></li>\n<li>%s<span>from the first to the third quartile of the rounds</span></li>\n</ul>\n"
                        .formatted(Key.hatched(), Key.whisker()),
                Html.charts(
                        Html.figure("Requests a second", AbChart.requests(result.targets())),
                        Html.figure(
                                "CPU of the server a request, µs: what ab does not show",
                                AbChart.cpu(result.targets()))),
                table(),
                Html.list(
                        Stream.concat(
                                        AbNotes.of(result).stream(),
                                        Stream.of(
                                                String.join(" ", result.commandLine()), machine()))
                                .filter(line -> !line.isBlank())
                                .toList()));
    }

    private String machine() {
        return Verdict.machine(
                result.machine(),
                Optional.empty(),
                result.jvmFlags(),
                result.revision(),
                result.date());
    }

    private String failures() {
        return result.targets().stream()
                .flatMap(target -> target.failure().stream())
                .map(why ->
                        "<pre class=\"warning\" tabindex=\"0\">" + Markup.escape(why) + "</pre>\n")
                .collect(Collectors.joining());
    }

    /// With ab's own words, so that it can be held beside the original's output.
    private String table() {
        var head =
                new ArrayList<>(
                        List.of(
                                "server",
                                "Requests per second",
                                "quartiles",
                                "Time per request, ms",
                                "across all, ms",
                                "Transfer rate, KiB/s",
                                "Complete",
                                "Failed",
                                "Non-2xx",
                                "lost"));
        AbTable.PERCENTS.forEach(percent -> head.add(percent + " %, ms"));
        head.addAll(List.of("CPU, µs", "ab’s CPU, µs", "busy", "ab busy", "bound by"));
        return Html.table(
                "What ab printed, and the CPU a request",
                head,
                result.targets().stream()
                        .flatMap(t -> t.summary().stream().map(s -> row(t, s)))
                        .toList());
    }

    private static String row(AbTarget target, AbSummary s) {
        var cells = new ArrayList<String>();
        cells.add(whole(s.requestsPerSecond().median()));
        cells.add(whole(s.requestsPerSecond().q1()) + "–" + whole(s.requestsPerSecond().q3()));
        cells.add(decimals(s.millisPerRequest().median(), 3));
        cells.add(decimals(s.millisAcrossAll().median(), 4));
        cells.add(whole(s.kibytesPerSecond().median()));
        for (var count : List.of(s.complete(), s.failed(), s.non2xx(), s.unanswered())) {
            cells.add(Digits.in("%,d", count));
        }
        for (var percent : AbTable.PERCENTS) {
            var millis = s.percentileMillis().get(percent);
            cells.add(millis == null ? "–" : whole(millis));
        }
        cells.add(s.serverMicros().map(q -> decimals(q.median(), 2)).orElse("–"));
        cells.add(decimals(s.abMicros(), 1, 2, ""));
        cells.add(decimals(s.serverBusy(), 100, 0, " %"));
        cells.add(decimals(s.abBusy(), 100, 0, " %"));
        var all = new ArrayList<>(cells.stream().map(Html::cell).toList());
        all.add(
                Html.words(
                        s.bottleneck() == Bottleneck.CLIENT
                                ? "ab"
                                : s.bottleneck().name().toLowerCase(Locale.ROOT)));
        return Html.row(target.name(), all);
    }
}
