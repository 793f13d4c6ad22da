package echolab.bench.report;

import echolab.bench.chart.Key;
import echolab.bench.result.AbResult;
import echolab.bench.result.BenchResult;
import echolab.bench.result.ContractResult;
import echolab.bench.result.Kind;
import echolab.bench.result.RateResult;
import echolab.bench.result.SavedResult;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the marks in the charts mean: only those that a result's charts have.
final class Legend {

    private Legend() {}

    static String of(SavedResult result) {
        var entries =
                switch (result) {
                    case BenchResult bench when bench.kind() == Kind.IDLE ->
                            Stream.of(
                                    whisker("rounds"),
                                    entry(
                                            Key.inner(),
                                            "the dark part: live objects on the Java heap"));
                    case BenchResult _ ->
                            Stream.of(
                                    entry(
                                            Key.hatched(),
                                            "the load generator was the bottleneck: echoes per second and latency are its limit, not the server’s; CPU per echo still is the server’s own"),
                                    entry(
                                            Key.whisker(),
                                            "of a ratio its 95 % interval; else from the first to the third quartile of the cycles"),
                                    entry(
                                            Key.ring(),
                                            "empty: a ratio that is not told apart from 1; in a line, the load generator was the bottleneck"));
                    case AbResult _ ->
                            Stream.of(
                                    entry(
                                            Key.hatched(),
                                            "ab was the bottleneck: these requests per second are its limit, not the server’s"),
                                    whisker("rounds"));
                    case ContractResult _, RateResult _ -> Stream.<String>of();
                };
        return render("key", entries);
    }

    static String percentiles() {
        return render(
                "key short",
                Stream.of("p50", "p99", "p99.9", "p99.99", "max")
                        .map(kind -> entry(Key.percentile(kind), kind)));
    }

    /// The colours of results that stand side by side.
    static String results(List<String> names) {
        return render(
                "key short",
                IntStream.range(0, names.size())
                        .mapToObj(number -> entry(Key.dot(number), names.get(number))));
    }

    private static String whisker(String of) {
        return entry(Key.whisker(), "from the first to the third quartile of the " + of);
    }

    private static String entry(String key, String words) {
        return "<li>%s%s</li>\n".formatted(key, HtmlPage.element("span", words).strip());
    }

    private static String render(String style, Stream<String> entries) {
        return entries.collect(Collectors.joining("", "<ul class=\"" + style + "\">\n", "</ul>\n"));
    }
}
