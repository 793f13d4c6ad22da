package echolab.bench.result;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Holds the costs of all servers of a run against those of one of them, cycle by cycle.
///
/// Each is held against both copies of the reference, and the second copy against the first alone: what those two differ by is
/// no difference of programs, and checks the method.
final class Comparison {

    private Comparison() {}

    /// The same servers, each with its ratio to the reference; slices that others disturbed do not count for it.
    ///
    /// @param draw which draw a cycle belongs to
    static List<TargetResult> with(
            String reference, List<TargetResult> all, IntUnaryOperator draw) {
        var ratios = ratios(reference, Disturbance.calm(all), draw);
        return all.stream()
                .map(target -> target.withRatio(Optional.ofNullable(ratios.get(target.name()))))
                .toList();
    }

    /// The ratio of one server to another that lasted, in no company.
    static Optional<RatioInterval> of(
            String server, String other, List<TargetResult> all, IntUnaryOperator draw) {
        var calm = Disturbance.calm(all);
        var to = named(other, calm).filter(target -> target.failure().isEmpty()).toList();
        return named(server, calm).findFirst().flatMap(target -> ratio(target, to, draw));
    }

    private static Stream<TargetResult> named(String name, List<TargetResult> all) {
        return all.stream().filter(target -> target.name().equals(name));
    }

    private static Map<String, RatioInterval> ratios(
            String reference, List<TargetResult> all, IntUnaryOperator draw) {
        var first = named(reference, all).toList();
        var second =
                all.stream()
                        .filter(_ -> first.stream().anyMatch(t -> t.role() == Role.REFERENCE))
                        .filter(t -> t.role() == Role.CONTROL && t.failure().isEmpty());
        var copies = Stream.concat(first.stream(), second).distinct().toList();
        var rows = new LinkedHashMap<String, RatioInterval>();
        for (var target : all) {
            if (!copies.contains(target)) {
                ratio(target, copies, draw).ifPresent(ratio -> rows.put(target.name(), ratio));
            }
        }
        var told = family(rows);
        copies.forEach(copy -> ratio(copy, first, draw).ifPresent(r -> told.put(copy.name(), r)));
        first.forEach(target -> told.put(target.name(), RatioInterval.ONE));
        return told;
    }

    // tag::ratios[]
    private static Optional<RatioInterval> ratio(
            TargetResult server, Collection<TargetResult> reference, IntUnaryOperator draw) {
        var own = server.costByCycle();
        var copies = reference.stream().map(TargetResult::costByCycle).toList();
        var draws = own.keySet().stream().collect(Collectors.groupingBy(draw::applyAsInt));
        return RatioInterval.of(draws.values().stream().map(cycles -> ratios(own, copies, cycles)));
    }

    private static double[] ratios(
            Map<Integer, Double> own, List<Map<Integer, Double>> copies, List<Integer> cycles) {
        return copies.stream()
                .map(cost ->
                        cycles.stream()
                                .filter(cost::containsKey)
                                .mapToDouble(cycle -> own.get(cycle) / cost.get(cycle)))
                .flatMap(ratios -> Quartiles.of(ratios.toArray()).stream())
                .mapToDouble(Quartiles::median)
                .toArray();
    }

    // end::ratios[]

    /// Which rows are told apart from 1 when at most 5 % of all runs may do that to any server that costs the same as the reference:
    /// the clearest difference must pass for all rows, the next for one row less, until one does not (Holm, *Scandinavian
    /// Journal of Statistics* 6, 1979). Without it, one of ten equal servers would be told apart in two runs of five.
    static Map<String, RatioInterval> family(Map<String, RatioInterval> rows) {
        var told = new HashMap<String, RatioInterval>();
        var clearestFirst =
                rows.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(RatioInterval.CLEAREST_FIRST))
                        .toList();
        var apart = true;
        for (var row : clearestFirst) {
            var left = rows.size() - told.size();
            apart &= row.getValue().p() <= RatioInterval.LEVEL / left;
            told.put(row.getKey(), row.getValue().told(apart));
        }
        return told;
    }
}
