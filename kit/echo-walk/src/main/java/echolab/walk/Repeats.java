package echolab.walk;

import echolab.walk.Recording.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// What a loop does again and again is told at its first and its last time; how often it was done between them is said there.
final class Repeats {

    private static final int SHORTEST = 6;
    private static final int LONGEST = 150;

    /// Three clients in one turn are no repetition.
    private static final int FEWEST = 5;

    private Repeats() {}

    /// A thread that parks, which it does at a frame that `parks`, may be woken for nothing, in one recording and not in the next: what it does until
    /// it parks again is left out.
    static List<Step> leftParked(List<Step> steps, IntPredicate parks) {
        var kept = new ArrayList<Step>();
        for (var step : steps) {
            kept.add(step);
            var before = isSilent(step, step) && parks.test(step.frame()) ? kept.size() - 2 : -1;
            while (before >= 0 && !isSame(step, kept.get(before))) {
                before = isSilent(step, kept.get(before)) ? before - 1 : -1;
            }
            if (before >= 0) {
                var vain = kept.subList(before, kept.size());
                var parked = changed(vain, vain.getFirst(), vain.getFirst().words());
                vain.clear();
                kept.add(parked);
            }
        }
        return kept;
    }

    static List<Step> leftOut(List<Step> steps) {
        var kept = new ArrayList<Step>();
        for (var at = 0; at < steps.size(); ) {
            var rest = steps.subList(at, steps.size());
            var length =
                    IntStream.rangeClosed(SHORTEST, LONGEST)
                            .filter(candidate -> times(rest, candidate) >= FEWEST)
                            .findFirst()
                            .orElse(0);
            if (length == 0) {
                kept.add(steps.get(at++));
                continue;
            }
            var times = times(rest, length);
            var last = (times - 1) * length;
            kept.addAll(rest.subList(0, length));
            kept.add(joined(rest.subList(length, last + 1), times - 2));
            kept.addAll(rest.subList(last + 1, last + length));
            at += last + length;
        }
        return kept;
    }

    /// How often its first steps come one after the other, when so many of them are one time.
    private static int times(List<Step> steps, int length) {
        var same = 0;
        while (same + length < steps.size() && isSame(steps.get(same), steps.get(same + length))) {
            same++;
        }
        return same / length + 1;
    }

    private static boolean isSame(Step one, Step other) {
        return one.frame() == other.frame() && isSilent(one, other);
    }

    /// Whether the same thread goes on and nothing is said of it.
    private static boolean isSilent(Step one, Step other) {
        return one.thread() >= 0
                && one.thread() == other.thread()
                && other.words().isEmpty()
                && other.question().isEmpty();
    }

    /// The first step of the last time, with what has changed in those before it.
    private static Step joined(List<Step> steps, int leftOut) {
        var said =
                "The same again: the server went round like this %s more times, which are left out here."
                        .formatted(leftOut);
        return changed(steps, steps.getLast(), said);
    }

    private static Step changed(List<Step> steps, Step told, String words) {
        var values = new LinkedHashMap<String, String>();
        var queues = new LinkedHashMap<String, String>();
        for (var step : steps) {
            values.putAll(step.values());
            queues.putAll(step.queues());
        }
        return told.with(values, queues, words);
    }
}
