package echolab.bench.result;

import echolab.process.Digits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What went wrong, by kind: each is a count of messages that did not come back as they should.
///
/// @param corrupt echoes whose bytes were not those that were sent
/// @param closed messages whose connection the server closed
/// @param reset messages whose connection broke with an error of the system
/// @param unanswered messages that had no complete echo when the generator stopped waiting
public record Faults(long corrupt, long closed, long reset, long unanswered) {

    /// How long the last echoes of a slice are waited for.
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    public static final Faults NONE = new Faults(0, 0, 0, 0);

    public static final Faults CORRUPT = new Faults(1, 0, 0, 0);
    public static final Faults CLOSED = new Faults(0, 1, 0, 0);
    public static final Faults RESET = new Faults(0, 0, 1, 0);
    public static final Faults UNANSWERED = new Faults(0, 0, 0, 1);

    public long total() {
        return corrupt + closed + reset + unanswered;
    }

    /// For a person, for example `of its messages 10 had no echo after 5 s`.
    public String sentence() {
        var parts = new ArrayList<String>();
        add(parts, corrupt, "came back with other bytes");
        add(parts, closed, "had their connection closed by it");
        add(parts, reset, "had their connection reset");
        add(parts, unanswered, "had no echo after " + PATIENCE.toSeconds() + " s");
        return "of its messages " + (parts.isEmpty() ? "none was lost" : String.join(", ", parts));
    }

    private static void add(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(Digits.in("%,d %s", count, what));
        }
    }

    public Faults plus(Faults other) {
        return new Faults(
                corrupt + other.corrupt,
                closed + other.closed,
                reset + other.reset,
                unanswered + other.unanswered);
    }
}
