package echolab.bench.report;

import echolab.bench.result.RunResult;
import echolab.bench.result.RunResult.Drift;
import echolab.bench.result.WarmUp;
import echolab.process.Digits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Whether servers were warm when they were measured: how long that took, and whether they went on getting cheaper.
final class Warmth {

    private record Warmed(String name, WarmUp warmUp) {

        String words(String units) {
            return Digits.in(
                    "%s (%,d %s in %.1f s)", name, warmUp.echoes(), units, warmUp.nanos() / 1e9);
        }
    }

    private Warmth() {}

    static List<String> of(RunResult run) {
        var all = run.targets().stream().filter(t -> t.failure().isEmpty()).toList();
        var sentences = new ArrayList<String>();
        var warmed =
                all.stream()
                        .flatMap(t -> t.warmUp().stream().map(w -> new Warmed(t.name(), w)))
                        .sorted(Comparator.comparing(w -> w.warmUp().nanos()))
                        .toList();
        var level = warmed.stream().filter(w -> w.warmUp().level()).toList();
        if (!level.isEmpty()) {
            sentences.add(
                    "CPU per %s was level after warm-up: from %s to %s."
                            .formatted(
                                    run.unit(),
                                    level.getFirst().words(run.units()),
                                    level.getLast().words(run.units())));
        }
        if (level.size() < warmed.size()) {
            sentences.add(
                    "It still fell when the time for warm-up was up: %s."
                            .formatted(
                                    warmed.stream()
                                            .filter(w -> !w.warmUp().level())
                                            .map(w -> w.words(run.units()))
                                            .collect(Collectors.joining(", "))));
        }
        run.drifts().stream().map(Warmth::drifted).forEach(sentences::add);
        return sentences;
    }

    private static String drifted(Drift drift) {
        return "%s drifted: its ratio was %s in the first half of the cycles and %s in the second, so it is right for neither."
                .formatted(drift.server(), drift.first().words(), drift.second().words());
    }
}
