package echolab.bench.chart;

import echolab.bench.ab.AbSummary;
import echolab.bench.ab.AbTarget;
import echolab.bench.result.Bottleneck;
import echolab.bench.result.Quartiles;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// Draws what ApacheBench saw: a bar a server with quartiles over the rounds, hatched where ab was the bottleneck.
public final class AbChart {

    private AbChart() {}

    /// Requests a second.
    public static Optional<String> requests(List<AbTarget> targets) {
        return bars(
                targets,
                Figure.ECHOES,
                "Requests a second of each server, with quartiles over the rounds",
                s -> Optional.of(s.requestsPerSecond()));
    }

    /// CPU of the server a request, µs.
    public static Optional<String> cpu(List<AbTarget> targets) {
        return bars(
                targets,
                Figure.CPU,
                "CPU of the server a request, µs, with quartiles over the rounds",
                AbSummary::serverMicros);
    }

    private static Optional<String> bars(
            List<AbTarget> targets,
            Figure figure,
            String title,
            Function<AbSummary, Optional<Quartiles>> of) {
        var bars = targets.stream().flatMap(target -> bar(target, figure, of).stream()).toList();
        return bars.isEmpty()
                ? Optional.empty()
                : Optional.of(new BarChart(title, bars).render(OptionalInt.empty()));
    }

    private static Optional<BarChart.Bar> bar(
            AbTarget target, Figure figure, Function<AbSummary, Optional<Quartiles>> of) {
        return target.summary()
                .flatMap(summary ->
                        of.apply(summary)
                                .map(quartiles -> {
                                    var row =
                                            new Rows.Row(
                                                    target.name(),
                                                    summary.bottleneck() == Bottleneck.CLIENT,
                                                    Numbers.places(
                                                            quartiles.median(), figure.places()),
                                                    figure.words(quartiles));
                                    return new BarChart.Bar(row, quartiles, Optional.empty());
                                }));
    }
}
