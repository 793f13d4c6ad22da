package echolab.bench.chart;

import echolab.bench.result.AbSummary;
import echolab.bench.result.AbTarget;
import echolab.bench.result.Bottleneck;
import echolab.bench.result.Quartiles;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/// Draws what ApacheBench saw: a bar a server with quartiles over the rounds, hatched where ab was the bottleneck.
public final class AbChart {

    private AbChart() {}

    public static Optional<String> requests(List<AbTarget> targets) {
        return bars(
                targets,
                Figure.ECHOES,
                "Requests per second of each server, with quartiles over the rounds",
                s -> Optional.of(s.requestsPerSecond()));
    }

    public static Optional<String> cpu(List<AbTarget> targets) {
        return bars(
                targets,
                Figure.CPU,
                "CPU of the server per request, µs, with quartiles over the rounds",
                AbSummary::serverMicros);
    }

    private static Optional<String> bars(
            List<AbTarget> targets,
            Figure figure,
            String title,
            Function<AbSummary, Optional<Quartiles>> of) {
        var bars = targets.stream().flatMap(target -> bar(target, figure, of)).toList();
        return Charts.bars(title, bars, OptionalInt.empty());
    }

    private static Stream<Charts.Bar> bar(
            AbTarget target, Figure figure, Function<AbSummary, Optional<Quartiles>> of) {
        return target.summary().stream()
                .flatMap(summary ->
                        of.apply(summary).stream()
                                .map(quartiles ->
                                        Charts.bar(
                                                target.name(),
                                                summary.bottleneck() == Bottleneck.CLIENT,
                                                figure,
                                                quartiles)));
    }
}
