package echolab.bench.report;

import static echolab.table.Table.figures;
import static echolab.table.Table.words;

import echolab.bench.result.LatencyGoal;
import echolab.bench.result.RateResult;
import echolab.bench.result.RateTarget;
import echolab.bench.result.RateTrial;
import echolab.process.Digits;
import echolab.table.Cell;
import echolab.table.Cell.Mark;
import echolab.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The highest rate at which each server met a goal for its latency, and what it was like there.
final class RateSection {

    private RateSection() {}

    static Section of(RateResult result) {
        var title =
                Digits.in(
                        "The highest rate with %s, %,d connections, %,d-byte messages",
                        result.goal().words(), result.connections(), result.payloadBytes());
        return Section.of(title, List.of(), List.of(table(result)), sentences(result))
                .measured(result.partial(), result.targets());
    }

    private static Table<RateTarget> table(RateResult result) {
        var goal = result.goal();
        return new Table<>(
                "The highest rate with " + goal.words(),
                List.of(
                        words("server", t -> Cell.of(t.name())),
                        figures("messages/s", t -> messages(t, goal)),
                        figures("% of its most", best(goal, RateSection::share)),
                        figures(
                                goal.name() + " ms there",
                                best(goal, (_, r) -> Cell.of(r.millis(), 2))),
                        figures("CPU µs there", best(goal, (_, r) -> Cell.of(r.cpuMicros(), 2))),
                        figures("closed loop/s", t -> Cell.of(t.mostPerSecond(), 0))),
                result.targets());
    }

    private static Cell share(RateTarget target, RateTrial trial) {
        return Cell.of(100 * trial.perSecond() / target.mostPerSecond(), 0);
    }

    private static Cell messages(RateTarget target, LatencyGoal goal) {
        if (target.failure().isPresent()) {
            return Cells.FAILED;
        }
        return target.best(goal)
                .map(trial -> Cell.of(trial.perSecond(), 0))
                .orElse(Cell.of("none found").marked(Mark.LIMITED));
    }

    private static Function<RateTarget, Cell> best(
            LatencyGoal goal, BiFunction<RateTarget, RateTrial, Cell> cell) {
        return target ->
                target.best(goal).map(trial -> cell.apply(target, trial)).orElse(Cell.NONE);
    }

    private static List<String> sentences(RateResult result) {
        var sentences = new ArrayList<String>();
        sentences.add(
                "Each trial halves what is left between the highest rate that met the goal and the lowest that did not, beginning with half of what the server did in a closed loop. Latency counts from when a message was due.");
        sentences.add(
                "One process of each server, one after the other, about a second a rate: repeat it before you believe a difference of a few per cent.");
        result.targets().stream()
                .filter(target -> target.trials().stream().anyMatch(t -> isLate(t, result.goal())))
                .map(target ->
                        target.name()
                                + ": the load generator itself was late by more than half of the goal in some trials that failed, so its rate may be too low.")
                .forEach(sentences::add);
        result.unpinned().ifPresent(sentences::add);
        return sentences;
    }

    private static boolean isLate(RateTrial trial, LatencyGoal goal) {
        return !trial.meets(goal) && trial.lateMillis() > goal.millis() / 2;
    }
}
