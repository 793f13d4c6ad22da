package echolab.book.figure;

import com.fasterxml.jackson.databind.JsonNode;
import echolab.book.ChapterException;
import echolab.process.Digits;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The figures of a server that a chapter can name: where in the result each stands, and how it is written for people.
public enum ChapterFigure {
    RATIO("ratio", "ratio to the floor", "ratio/median", "%.2f", ""),
    RATIO_SPREAD("ratio-spread", "quartiles of the ratio", "ratio", "%.2f", "") {
        @Override
        String of(JsonNode target) {
            var ratio = target.at("/summary/ratio");
            return between(ratio.path("q1").asDouble(), ratio.path("q3").asDouble());
        }
    },
    CPU("cpu", "CPU per echo", "cpuMicrosPerEcho/median", "%.2f", " µs"),
    ECHOES("echoes", "echoes per second", "echoesPerSecond/median", "%,.0f", ""),
    P50("p50", "latency, half below", "latencyMillis/p50", "%.2f", " ms"),
    P99("p99", "latency, 99 % below", "latencyMillis/p99", "%.2f", " ms"),
    P999("p999", "latency, 99.9 % below", "latencyMillis/p999", "%.2f", " ms"),
    MAX("max", "longest latency", "latencyMillis/max", "%.2f", " ms"),
    MEMORY("memory", "memory in RAM", "residentBytes", "%,.0f", " MiB") {
        @Override
        double scale() {
            return 1 << 20;
        }
    },
    LOAD_CPU("load-cpu", "CPU of the load generator per echo", "loadMicrosPerEcho", "%.2f", " µs"),
    THREADS("threads", "threads", "threads", "%,.0f", ""),
    REQUESTS("requests", "requests per second", "requestsPerSecond/median", "%,.0f", ""),
    REQUESTS_RANGE("requests-range", "lowest and highest round", "requestsPerSecond", "%,.0f", "") {
        @Override
        String of(JsonNode target) {
            var rounds =
                    target.path("rounds")
                            .valueStream()
                            .mapToDouble(r -> r.at("/output/requestsPerSecond").asDouble())
                            .summaryStatistics();
            return between(rounds.getMin(), rounds.getMax());
        }
    },
    REQUEST_CPU(
            "request-cpu", "CPU of the server per request", "serverMicros/median", "%.2f", " µs"),
    AB_CPU("ab-cpu", "CPU of ab per request", "abMicros", "%.2f", " µs"),
    BOTTLENECK("bottleneck", "bound by", "bottleneck", "%s", "") {
        @Override
        String of(JsonNode target) {
            return target.at("/summary/bottleneck").asText();
        }
    };

    private final String word;
    private final String title;
    private final String path;
    private final String format;
    private final String unit;

    ChapterFigure(String word, String title, String path, String format, String unit) {
        this.word = word;
        this.title = title;
        this.path = path;
        this.format = format;
        this.unit = unit;
    }

    /// @throws ChapterException when no figure has that name
    public static ChapterFigure named(String word) {
        return Arrays.stream(values())
                .filter(figure -> figure.word.equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new ChapterException(
                                "there is no figure \"%s\", but %s"
                                        .formatted(
                                                word,
                                                Arrays.stream(values())
                                                        .map(figure -> figure.word)
                                                        .collect(Collectors.joining(", ")))));
    }

    /// What stands above a column of it.
    public String title() {
        return title + (unit.isEmpty() ? "" : "," + unit);
    }

    /// As it stands in prose, with its unit.
    ///
    /// @throws ChapterException when the target has no such figure
    public String inProse(JsonNode target) {
        return inTable(target) + unit;
    }

    /// As it stands in a table whose head has the unit.
    public String inTable(JsonNode target) {
        if (target.at("/summary/" + path).isMissingNode()) {
            throw new ChapterException(
                    "%s has no figure \"%s\"".formatted(target.path("name").asText(), word));
        }
        return of(target);
    }

    /// For a chart.
    public double value(JsonNode target) {
        return target.at("/summary/" + path).asDouble() / scale();
    }

    String of(JsonNode target) {
        return Digits.in(format, value(target));
    }

    double scale() {
        return 1;
    }

    String between(double low, double high) {
        return Digits.in(format + "–" + format, low, high);
    }
}
