package echolab.bench.chart;

import echolab.bench.result.Quartiles;
import echolab.bench.result.Summary;
import java.util.Optional;

/// What can be compared between servers?
public enum Figure {
    CPU("CPU of the server an echo", "µs", 2) {
        @Override
        public Optional<Quartiles> of(Summary summary) {
            return summary.cpuMicrosPerEcho();
        }
    },
    RATIO("CPU an echo, as a ratio to the reference in the same cycle", "", 2) {
        @Override
        public Optional<Quartiles> of(Summary summary) {
            return summary.ratio();
        }
    },
    ECHOES("Echoes a second", "", 0) {
        @Override
        public Optional<Quartiles> of(Summary summary) {
            return Optional.of(summary.echoesPerSecond());
        }
    },
    P99("Latency, 99th percentile", "ms", 2) {
        @Override
        public Optional<Quartiles> of(Summary summary) {
            var p99 = summary.latencyMillis().p99();
            return Optional.of(new Quartiles(p99, p99, p99));
        }
    };

    private final String title;
    private final String unit;
    private final int places;

    Figure(String title, String unit, int places) {
        this.title = title;
        this.unit = unit;
        this.places = places;
    }

    /// Empty where the system does not tell.
    public abstract Optional<Quartiles> of(Summary summary);

    /// What it is, with its unit.
    public String title() {
        return unit.isEmpty() ? title : title + ", " + unit;
    }

    int places() {
        return places;
    }

    /// With its quartiles, for a person.
    String words(Quartiles quartiles) {
        var median = Numbers.places(quartiles.median(), places);
        return quartiles.q1() == quartiles.q3()
                ? median
                : "%s (quartiles %s to %s)"
                        .formatted(
                                median,
                                Numbers.places(quartiles.q1(), places),
                                Numbers.places(quartiles.q3(), places));
    }
}
