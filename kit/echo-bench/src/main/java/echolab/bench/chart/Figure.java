package echolab.bench.chart;

import echolab.bench.result.Quartiles;
import echolab.bench.result.RatioInterval;
import echolab.bench.result.RunResult;
import echolab.bench.result.Summary;
import java.util.Optional;
import java.util.function.Function;

/// What can be compared between servers.
public enum Figure {
    CPU("CPU of the server per echo, µs", 2, Summary::cpuMicrosPerEcho),
    RATIO(
            "CPU per echo, as a ratio to the reference in the same cycle",
            2,
            s -> s.ratio().map(RatioInterval::whisker)),
    ECHOES("Echoes per second", 0, summary -> Optional.of(summary.echoesPerSecond())),
    P99(
            "Latency, 99th percentile, ms",
            2,
            s -> Optional.of(Quartiles.alike(s.latencyMillis().p99())));

    private final String title;
    private final int places;
    private final Function<Summary, Optional<Quartiles>> of;

    Figure(String title, int places, Function<Summary, Optional<Quartiles>> of) {
        this.title = title;
        this.places = places;
        this.of = of;
    }

    /// Empty where the system does not tell.
    public Optional<Quartiles> of(Summary summary) {
        return of.apply(summary);
    }

    /// What it is, with its unit.
    public String title() {
        return title;
    }

    /// The same for a run, in which an echo may have had a connection of its own.
    public String title(RunResult run) {
        return run.brief()
                ? title.replace("Echoes", "Connections").replace("echo", "connection")
                : title;
    }

    /// The median, for a person.
    String median(Quartiles quartiles) {
        return Numbers.places(quartiles.median(), places);
    }

    /// The median with its quartiles, or the estimate with its interval, for a person.
    String words(Quartiles quartiles) {
        return quartiles.q1() == quartiles.q3()
                ? median(quartiles)
                : (this == RATIO ? "%s [%s, %s]" : "%s (quartiles %s to %s)")
                        .formatted(
                                median(quartiles),
                                Numbers.places(quartiles.q1(), places),
                                Numbers.places(quartiles.q3(), places));
    }
}
