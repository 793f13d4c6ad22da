package echolab.bench.run;

import echolab.bench.machine.Pinning;
import java.util.List;
import java.util.OptionalInt;

/// One run's load on each server.
///
/// @param connections to each server
/// @param payload bytes of a message
/// @param rate messages a second to each server, in an open loop; empty for a closed loop, where each echo is answered with
///     the next message
/// @param brief whether a connection ends after one echo, and another begins
record Workload(int connections, int payload, OptionalInt rate, boolean brief) {

    /// Bytes of a message where nobody chooses.
    static final int USUAL = 106;

    /// A closed loop of such messages.
    static Workload closed(int connections) {
        return new Workload(connections, USUAL, OptionalInt.empty(), false);
    }

    Workload withConnections(int connections) {
        return new Workload(connections, payload, rate, brief);
    }

    /// The CPUs for it: no load process may be without a connection, or a message a second.
    Pinning pinning(BenchOptions options, List<Target> targets) {
        var most = Math.min(connections, rate.orElse(connections));
        return Pinning.choose(options.loadCpus(), Target.mostLoops(targets)).withLoads(most);
    }

    /// So many messages a second, ready or not.
    Workload withRate(int rate) {
        return new Workload(connections, payload, OptionalInt.of(rate), brief);
    }

    /// As fast as the server can.
    Workload withoutRate() {
        return new Workload(connections, payload, OptionalInt.empty(), brief);
    }
}
