package echolab.bench.run;

import echolab.process.Digits;
import java.util.OptionalInt;

/// One run's load on each server.
///
/// @param connections to each server
/// @param payload bytes of a message
/// @param rate messages a second to each server, in an open loop; empty for a closed loop, where each echo is answered with
///     the next message
/// @param brief whether a connection ends after one echo, and another begins
record Workload(int connections, int payload, OptionalInt rate, boolean brief) {

    Workload withConnections(int connections) {
        return new Workload(connections, payload, rate, brief);
    }

    /// So many messages a second, ready or not.
    Workload withRate(int rate) {
        return new Workload(connections, payload, OptionalInt.of(rate), brief);
    }

    /// As fast as the server can.
    Workload withoutRate() {
        return new Workload(connections, payload, OptionalInt.empty(), brief);
    }

    /// For a person, in as few words as tell it.
    @Override
    public String toString() {
        return Digits.in(
                "%,d %sconnection%s, %,d bytes%s",
                connections,
                brief ? "short " : "",
                connections == 1 ? "" : "s",
                payload,
                rate.isPresent() ? Digits.in(", %,d/s", rate.getAsInt()) : "");
    }
}
