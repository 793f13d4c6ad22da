package echolab.bench.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What JMH found for one benchmark with one choice of parameters.
///
/// @param group the class of the benchmark without its package, for example `EchoRoundTrip.Tasks`
/// @param name its method and parameters, for example `thereAndBack step=step05`
/// @param nanos an operation
/// @param error half the width of the 99.9 % confidence interval of the mean (Student's t over all iterations), in nanoseconds; 0 when too
///     little was measured to tell
/// @param garbage bytes an operation, by JMH's `gc` profiler: the median of the iterations, because what a benchmark leaves when
///     it closes at its end is counted in the last one, and a mean would share it out among all
/// @param jvms that measured, one after the other
/// @param iterations of each of them
public record JmhFigure(
        String group,
        String name,
        double nanos,
        double error,
        OptionalDouble garbage,
        int jvms,
        int iterations) {

    /// Reads a file that JMH has written (`-rf json`).
    ///
    /// @throws IOException when it is not one; names the file
    public static Stream<JmhFigure> read(Path json) throws IOException {
        try {
            var results = new ObjectMapper().readTree(json.toFile());
            return StreamSupport.stream(results.spliterator(), false).map(JmhFigure::of);
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException(
                    "cannot read %s as a result of JMH: %s".formatted(json, e.getMessage()), e);
        }
    }

    private static JmhFigure of(JsonNode result) {
        var words = result.path("benchmark").asText().split("\\.");
        var classes =
                Stream.of(words)
                        .limit(words.length - 1L)
                        .dropWhile(word -> Character.isLowerCase(word.charAt(0)))
                        .collect(Collectors.joining("."));
        var params =
                result.path("params").properties().stream()
                        .map(param -> " %s=%s".formatted(param.getKey(), param.getValue().asText()))
                        .collect(Collectors.joining());
        var time = result.path("primaryMetric");
        var unit = nanos(time.path("scoreUnit").asText());
        var garbage = result.path("secondaryMetrics").path("gc.alloc.rate.norm").path("rawData");
        return new JmhFigure(
                classes,
                words[words.length - 1] + params,
                time.path("score").asDouble() * unit,
                number(time.path("scoreError")) * unit,
                median(garbage),
                result.path("forks").asInt(),
                result.path("measurementIterations").asInt());
    }

    /// @param forks a row of figures for each JVM
    private static OptionalDouble median(JsonNode forks) {
        var figures =
                StreamSupport.stream(forks.spliterator(), false)
                        .flatMap(fork -> StreamSupport.stream(fork.spliterator(), false))
                        .mapToDouble(JsonNode::asDouble)
                        .toArray();
        return Quartiles.median(Quartiles.of(figures));
    }

    /// JMH writes `"NaN"` where it cannot tell.
    private static double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : 0;
    }

    private static double nanos(String unit) {
        return switch (unit) {
            case "ns/op" -> 1;
            case "us/op" -> 1e3;
            case "ms/op" -> 1e6;
            case "s/op" -> 1e9;
            default -> throw new IllegalArgumentException("the unit is " + unit);
        };
    }
}
