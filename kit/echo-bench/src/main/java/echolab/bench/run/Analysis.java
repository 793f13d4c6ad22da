package echolab.bench.run;

import echolab.bench.machine.CommandWords;
import echolab.bench.machine.Pinning;
import echolab.bench.result.Bottleneck;
import echolab.bench.result.Disturbance;
import echolab.bench.result.Latency;
import echolab.bench.result.Pace;
import echolab.bench.result.Quartiles;
import echolab.bench.result.Role;
import echolab.bench.result.RunResult;
import echolab.bench.result.Schedule;
import echolab.bench.result.Slice;
import echolab.bench.result.Summary;
import echolab.bench.result.TargetResult;
import echolab.bench.result.WarmUp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;

/// What the slices of each server say: quartiles over the cycles, sums, and who could do no more. How the servers compare is for
/// [RunResult#compared()].
final class Analysis {

    /// The floor drops out where a duty shows that it leaves out; this is the same loop with all of them.
    private static final String FULL = "c-epoll-full";

    private final List<Measured> all;
    private final Optional<Measured> reference;
    private final double margin;

    Analysis(List<Measured> all) {
        this.all = all;
        this.margin = Disturbance.margin(all.stream().map(Measured::slices).toList());
        this.reference =
                first(measured -> measured.role() == Role.REFERENCE)
                        .or(() -> first(measured -> measured.role() == Role.CONTROL))
                        .or(() -> first(measured -> measured.target().name().equals(FULL)))
                        .or(() -> first(_ -> true));
    }

    RunResult result(
            Workload workload,
            BenchOptions options,
            int cyclesDone,
            int warmUpRounds,
            Pinning pinning,
            int loadProcesses,
            int seed) {
        return new RunResult(
                        workload.connections(),
                        workload.payload(),
                        workload.rate(),
                        workload.brief() ? OptionalInt.of(1) : OptionalInt.empty(),
                        options.sliceFor(workload.connections()).toMillis(),
                        options.length().forks() * options.cyclesFor(workload.connections()),
                        cyclesDone,
                        warmUpRounds,
                        all.stream().flatMap(m -> m.warmUp().stream()).allMatch(WarmUp::level),
                        pinning.serverCpu(),
                        pinning.severalServerCpus(),
                        pinning.loadCpu(),
                        pinning.severalLoadCpus(),
                        pinning.whyNot(),
                        loadProcesses,
                        OptionalInt.of(seed),
                        OptionalInt.of(options.length().forks()),
                        options.length().precision(),
                        reference.map(measured -> measured.target().name()),
                        all.stream()
                                .map(m -> target(m, workload, pinning.serverCpu().isPresent()))
                                .toList())
                .compared();
    }

    private TargetResult target(Measured measured, Workload workload, boolean pinned) {
        var target = measured.target();
        return new TargetResult(
                target.name(),
                target.title(),
                target.version(),
                measured.role(),
                CommandWords.anywhere(target.command().words()),
                measured.failure(),
                target.loops() == 1 ? OptionalInt.empty() : OptionalInt.of(target.loops()),
                measured.faults(),
                measured.warmUp(),
                Optional.of(measured.cold()).filter(slices -> !slices.isEmpty()),
                measured.slices(),
                summary(measured, workload, pinned));
    }

    private Optional<Summary> summary(Measured measured, Workload workload, boolean pinned) {
        var slices = Disturbance.kept(measured.slices(), margin);
        var serverBusy =
                busy(slices, Slice::serverCpuNanos, pinned).stream()
                        .map(share -> share / measured.target().loops())
                        .findFirst();
        var pace = pace(slices, workload);
        var loadBusy = busy(slices, Slice::loadCpuNanos, pinned);
        var bottleneck =
                pace.filter(Pace::kept).isPresent()
                        ? Bottleneck.RATE
                        : Bottleneck.of(serverBusy, loadBusy);
        return Quartiles.of(slices.stream().mapToDouble(Slice::echoesPerSecond).toArray())
                .map(rate ->
                        new Summary(
                                Quartiles.of(slices, Slice::serverMicrosPerEcho),
                                Optional.empty(),
                                rate,
                                pace,
                                Latency.of(measured.latency()),
                                measured.residentBytes(),
                                measured.threads(),
                                serverBusy,
                                loadBusy,
                                Quartiles.median(Quartiles.of(slices, Slice::loadMicrosPerEcho)),
                                bottleneck));
    }

    /// Of those that can be compared.
    private Optional<Measured> first(Predicate<Measured> which) {
        return all.stream()
                .filter(measured -> measured.failure().isEmpty() && !measured.slices().isEmpty())
                .filter(which)
                .findFirst();
    }

    /// Share of one CPU. Without pinning a process may use several, and a share of one says nothing.
    private static OptionalDouble busy(
            Collection<Slice> slices, Function<Slice, OptionalLong> cpu, boolean pinned) {
        return pinned
                ? Quartiles.median(Quartiles.of(slices, slice -> share(slice, cpu.apply(slice))))
                : OptionalDouble.empty();
    }

    private static OptionalDouble share(Slice slice, OptionalLong cpu) {
        return cpu.stream().mapToDouble(nanos -> (double) nanos / slice.elapsedNanos()).findFirst();
    }

    /// How the rate of an open loop was kept; empty in a closed one.
    static Optional<Pace> pace(Collection<Slice> slices, Workload workload) {
        var schedules = slices.stream().flatMap(slice -> slice.schedule().stream()).toList();
        var late = schedules.stream().mapToDouble(s -> s.lateNanos() / 1e6).toArray();
        return Quartiles.of(schedules.stream().mapToDouble(Schedule::sentPerSecond).toArray())
                .map(achieved ->
                        Pace.of(
                                workload.rate().orElseThrow(),
                                achieved,
                                schedules.stream().mapToLong(Schedule::unsent).sum(),
                                Quartiles.median(Quartiles.of(late))));
    }
}
