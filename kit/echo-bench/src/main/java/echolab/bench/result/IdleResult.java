package echolab.bench.result;

import java.util.List;

/// What connections cost that do nothing. Memory of each server's process at no and at so many connections, one server
/// at a time, all of them once a round.
///
/// @param connections that were held open; each had had one message echoed
/// @param roundsPlanned how many rounds were asked for
/// @param roundsDone how many were measured: fewer when the run was interrupted
/// @param targets the servers, in the order in which they were named
public record IdleResult(
        int connections, int roundsPlanned, int roundsDone, List<IdleTarget> targets) {

    public boolean partial() {
        return roundsDone < roundsPlanned;
    }
}
