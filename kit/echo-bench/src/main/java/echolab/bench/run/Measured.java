package echolab.bench.run;

import echolab.bench.result.Faults;
import echolab.bench.result.Role;
import echolab.bench.result.Slice;
import echolab.bench.result.WarmUp;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/// What was seen of one server so far: all that [Analysis] needs.
record Measured(
        Target target,
        Role role,
        Optional<String> failure,
        Faults faults,
        Optional<WarmUp> warmUp,
        List<Slice> cold,
        List<Slice> slices,
        Histogram latency,
        OptionalLong residentBytes,
        OptionalLong threads) {

    /// Of a server that was not to be measured.
    static Measured none(Target target, Role role, Optional<String> failure) {
        return new Measured(
                target,
                role,
                failure,
                Faults.NONE,
                Optional.empty(),
                List.of(),
                List.of(),
                new Histogram(3),
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    /// What was seen of another process of the same server, too.
    Measured plus(Measured next) {
        var latencies = latency.copy();
        latencies.add(next.latency);
        return new Measured(
                target,
                role,
                failure.or(() -> next.failure),
                faults.plus(next.faults),
                next.warmUp.map(w -> warmUp.map(w::or).orElse(w)).or(() -> warmUp),
                joined(cold, next.cold),
                joined(slices, next.slices),
                latencies,
                next.residentBytes.isPresent() ? next.residentBytes : residentBytes,
                next.threads.isPresent() ? next.threads : threads);
    }

    private static List<Slice> joined(List<Slice> first, List<Slice> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
