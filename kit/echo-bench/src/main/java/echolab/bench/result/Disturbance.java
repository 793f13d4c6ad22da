package echolab.bench.result;

import echolab.process.Digits;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// How much others disturbed a run, and which slices do not count for it.
///
/// A slice is dropped when server, load and machine together had to wait in it for much more of the time than in the middle one of the slices
/// *of the same server*: ten points, and five times what slices of this run usually differ from theirs by. That takes no side:
///
/// - it looks at waiting alone, never at what an echo cost;
/// - it is the same for every server, so of two that cost the same either is as likely to lose a slice, and what is left of a
///   cycle is still a fair draw;
/// - what is always so, a neighbour that never rests or the many threads of a server that wait for each other, drops nothing; never is
///   more than half dropped.
///
/// Two things look like others and are not, and do not count: threads of a process that wait for each other, and what lies within one step of
/// the clock of stolen time, which is a tenth of a slice of 100 ms.
///
/// Ten points alone were tried: beside two dozen other programs a third went, and the intervals, which stand an outlier, grew wider. So was
/// five times what the slices of each server differ by: equal servers with limits that differed by chance were told apart.
/// The latencies of a dropped slice stay in the distribution, which has no partner to be compared with.
///
/// @param servers share of the time that the least disturbed server waited for its CPU, in its middle slice
/// @param load the same of the load, in the middle one of all slices
/// @param withheld share of the time that the machine kept a CPU from us
/// @param dropped how many of `slices`
public record Disturbance(double servers, double load, double withheld, int dropped, int slices) {

    private static final double MARGIN = 0.1;
    private static final int SPREADS = 5;
    private static final long STEAL_STEP = 10_000_000;
    private static final double NOTABLE = 0.05;
    private static final double NOTABLE_DROPS = 0.2; // an idle machine's housekeeping takes less

    public static Disturbance of(RunResult run) {
        var each = run.targets().stream().map(TargetResult::slices).filter(s -> !s.isEmpty());
        var servers = each.toList();
        var all = servers.stream().flatMap(List::stream).toList();
        var kept = calm(run.targets()).stream().mapToInt(t -> t.slices().size()).sum();
        return new Disturbance(
                servers.stream().mapToDouble(s -> middle(s, Disturbance::server)).min().orElse(0),
                middle(all, Disturbance::load),
                all.stream()
                        .mapToDouble(s -> share(s, Interference::withheldNanos))
                        .average()
                        .orElse(0),
                all.size() - kept,
                all.size());
    }

    /// By how much a slice may exceed the middle one of its server.
    ///
    /// @param servers the slices of each server of the run
    public static double margin(List<List<Slice>> servers) {
        var apart =
                servers.stream()
                        .flatMapToDouble(slices -> {
                            var middle = middle(slices, Disturbance::all);
                            return slices.stream().mapToDouble(s -> Math.abs(all(s) - middle));
                        })
                        .toArray();
        var usual = Quartiles.of(apart).map(Quartiles::median).orElse(0.0);
        return Math.max(MARGIN, SPREADS * usual);
    }

    /// The slices of one server without those that are dropped.
    public static List<Slice> kept(List<Slice> slices, double margin) {
        var most = middle(slices, Disturbance::all) + margin;
        return slices.stream().filter(slice -> all(slice) <= most).toList();
    }

    /// The servers of a run without the slices that are dropped.
    static List<TargetResult> calm(List<TargetResult> targets) {
        var margin = margin(targets.stream().map(TargetResult::slices).toList());
        return targets.stream().map(t -> t.withSlices(kept(t.slices(), margin))).toList();
    }

    public boolean isNotable() {
        return Stream.of(servers, load, withheld).anyMatch(share -> share > NOTABLE)
                || dropped > NOTABLE_DROPS * slices;
    }

    /// How many slices are dropped, for a person.
    public String drops() {
        return Digits.in(
                "of %,d slices %,d were dropped, in which others took much more of the CPUs than in the rest",
                slices, dropped);
    }

    /// For a person.
    public String words() {
        return Digits.in(
                "others kept the servers waiting for %.0f %% of the time and the load for %.0f %%, the machine withheld %.0f %%; %s",
                servers * 100, load * 100, withheld * 100, drops());
    }

    private static double server(Slice slice) {
        return waited(slice, slice.serverCpuNanos(), Interference::serverWaitNanos);
    }

    private static double load(Slice slice) {
        return waited(slice, slice.loadCpuNanos(), Interference::loadWaitNanos);
    }

    /// A thread that waits for another of its own process waits while that one has the CPU: no more was taken than it had not.
    private static double waited(
            Slice slice, OptionalLong cpu, Function<Interference, OptionalLong> nanos) {
        var without = Math.max(0, slice.elapsedNanos() - cpu.orElse(0));
        return Math.min((double) without / slice.elapsedNanos(), share(slice, nanos));
    }

    /// One figure: of two with a limit each, every slice could break one.
    private static double all(Slice slice) {
        var step = (double) STEAL_STEP / slice.elapsedNanos();
        var withheld = share(slice, Interference::withheldNanos);
        return server(slice) + load(slice) + Math.max(0, withheld - step);
    }

    private static double share(Slice slice, Function<Interference, OptionalLong> nanos) {
        return slice.interference().map(nanos).orElse(OptionalLong.empty()).orElse(0)
                / (double) slice.elapsedNanos();
    }

    private static double middle(Collection<Slice> slices, ToDoubleFunction<Slice> share) {
        return Quartiles.of(slices.stream().mapToDouble(share).toArray())
                .map(Quartiles::median)
                .orElse(0.0);
    }
}
