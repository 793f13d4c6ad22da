package echolab.walk;

import echolab.walk.Recording.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a loop does again and again is told at its first and its last time; how often it was done between them is said there.
final class Repeats {

    private static final int SHORTEST = 6;
    private static final int LONGEST = 150;

    /// Three clients in one turn are no repetition.
    private static final int FEWEST = 5;

    private final List<Step> steps;

    private Repeats(List<Step> steps) {
        this.steps = steps;
    }

    static List<Step> leftOut(List<Step> steps) {
        return new Repeats(steps).shortened();
    }

    private List<Step> shortened() {
        var kept = new ArrayList<Step>();
        for (var at = 0; at < steps.size(); ) {
            var length = lengthOfRepeated(at);
            var times = length == 0 ? 1 : times(at, length);
            if (times < FEWEST) {
                kept.add(steps.get(at++));
                continue;
            }
            kept.addAll(steps.subList(at, at + length));
            var last = at + (times - 1) * length;
            kept.add(joined(at + length, last, times - 2));
            kept.addAll(steps.subList(last + 1, last + length));
            at = last + length;
        }
        return kept;
    }

    /// How many steps it takes until the same begins anew, often enough; 0 when it does not.
    private int lengthOfRepeated(int at) {
        for (var length = SHORTEST; length <= LONGEST; length++) {
            if (times(at, length) >= FEWEST) {
                return length;
            }
        }
        return 0;
    }

    private int times(int at, int length) {
        var times = 1;
        while (same(at, at + times * length, length)) {
            times++;
        }
        return times;
    }

    private boolean same(int first, int second, int length) {
        if (second + length > steps.size()) {
            return false;
        }
        for (var i = 0; i < length; i++) {
            var one = steps.get(first + i);
            var other = steps.get(second + i);
            if (one.thread() < 0
                    || one.thread() != other.thread()
                    || one.frame() != other.frame()
                    || isSaid(other)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSaid(Step step) {
        return !step.words().isEmpty() || !step.question().isEmpty();
    }

    /// The first step of the last time, with what has changed in those before it.
    private Step joined(int from, int last, int leftOut) {
        var values = new LinkedHashMap<String, String>();
        var queues = new LinkedHashMap<String, String>();
        for (var step : steps.subList(from, last + 1)) {
            values.putAll(step.values());
            queues.putAll(step.queues());
        }
        var step = steps.get(last);
        return new Step(
                step.thread(),
                step.frame(),
                "",
                step.calls(),
                Map.copyOf(values),
                Map.copyOf(queues),
                "The same again: the server went round like this %s more times, which are left out here."
                        .formatted(leftOut),
                List.of());
    }
}
