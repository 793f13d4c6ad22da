package echolab.bench.load;

/// What went wrong, by kind. Each is a count of messages that did not come back as they should.
///
/// @param corrupt echoes whose bytes were not those that were sent
/// @param closed messages whose connection the server closed
/// @param reset messages whose connection broke with an error of the system
/// @param unanswered messages that had no complete echo when the generator stopped waiting
public record Faults(long corrupt, long closed, long reset, long unanswered) {

    public static final Faults NONE = new Faults(0, 0, 0, 0);

    public long total() {
        return corrupt + closed + reset + unanswered;
    }

    public Faults plus(Faults other) {
        return new Faults(
                corrupt + other.corrupt,
                closed + other.closed,
                reset + other.reset,
                unanswered + other.unanswered);
    }
}
