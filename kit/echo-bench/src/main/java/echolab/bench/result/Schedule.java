package echolab.bench.result;

/// How the load generator kept its timetable in one slice of an open loop.
///
/// @param due messages whose time came
/// @param unsent messages whose time came and that were never sent, as their connection still waited for an earlier echo
///     when the generator stopped waiting
/// @param sendingNanos from the beginning of the slice until one interval after the last message was sent
/// @param lateNanos of the messages whose connection was free at their time, 99 % were sent at most this much later
public record Schedule(long due, long unsent, long sendingNanos, long lateNanos) {

    /// Messages a second that were sent: the rate that was asked for, when server and generator kept up.
    public double sentPerSecond() {
        return (due - unsent) * 1e9 / sendingNanos;
    }

    /// With that of another process at the same time.
    public Schedule plus(Schedule other) {
        return new Schedule(
                due + other.due,
                unsent + other.unsent,
                Math.max(sendingNanos, other.sendingNanos),
                Math.max(lateNanos, other.lateNanos));
    }
}
