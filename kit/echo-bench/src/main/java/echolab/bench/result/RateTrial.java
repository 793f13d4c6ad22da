package echolab.bench.result;

import java.util.OptionalDouble;

/// One rate that a server was tried at.
///
/// @param perSecond messages a second that were asked for
/// @param millis the percentile that the goal is about; of messages that were never sent or never came back, as long as they waited
/// @param kept whether all messages were sent in their time
/// @param lateMillis of the messages whose connection was free, 99 % were sent at most this late: more than half of the goal makes a trial
///     one of the load generator
/// @param cpuMicros CPU of the server per echo
public record RateTrial(
        int perSecond, double millis, boolean kept, double lateMillis, OptionalDouble cpuMicros) {

    public boolean meets(LatencyGoal goal) {
        return kept && millis < goal.millis();
    }
}
