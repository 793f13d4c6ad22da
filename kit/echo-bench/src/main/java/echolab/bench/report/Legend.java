package echolab.bench.report;

import echolab.bench.chart.Key;
import echolab.bench.chart.Markup;
import echolab.bench.result.BenchResult;
import echolab.bench.result.Kind;
import java.util.List;
import java.util.stream.Collectors;

/// What do the marks in the charts mean? Only those that a result's charts have.
final class Legend {

    private record Entry(String key, String words) {}

    private Legend() {}

    static String of(BenchResult result) {
        if (result.kind() == Kind.IDLE) {
            return render(
                    List.of(
                            new Entry(
                                    Key.whisker(),
                                    "from the first to the third quartile of the rounds"),
                            new Entry(
                                    Key.inner(), "the dark part: live objects on the Java heap")));
        }
        return render(
                List.of(
                        new Entry(
                                Key.hatched(),
                                "the load generator was the bottleneck: echoes a second and latency are its limit, not the server’s; CPU an echo still is the server’s own"),
                        new Entry(
                                Key.whisker(),
                                "from the first to the third quartile of the cycles"),
                        new Entry(
                                Key.band(),
                                "the noise of the run: by how much two processes of the reference differ"),
                        new Entry(
                                Key.ring(),
                                "empty: a ratio that cannot be told from 1; in a line, the load generator was the bottleneck")));
    }

    static String percentiles() {
        return List.of("p50", "p99", "p99.9", "p99.99", "max").stream()
                .map(kind -> entry(new Entry(Key.percentile(kind), kind)))
                .collect(Collectors.joining("", "<ul class=\"key short\">\n", "</ul>\n"));
    }

    /// The colours of results that stand side by side.
    static String results(List<String> names) {
        var entries = new StringBuilder();
        for (var i = 0; i < names.size(); i++) {
            entries.append(entry(new Entry(Key.dot(i), names.get(i))));
        }
        return "<ul class=\"key short\">\n" + entries + "</ul>\n";
    }

    private static String render(List<Entry> entries) {
        return entries.stream()
                .map(Legend::entry)
                .collect(Collectors.joining("", "<ul class=\"key\">\n", "</ul>\n"));
    }

    private static String entry(Entry entry) {
        return "<li>%s<span>%s</span></li>\n".formatted(entry.key(), Markup.escape(entry.words()));
    }
}
