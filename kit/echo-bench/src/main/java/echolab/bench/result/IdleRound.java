package echolab.bench.result;

import java.util.Optional;

/// One process of a server, before and after the connections came.
///
/// @param round 1 for the first
/// @param position this server's place in the order of the round, 1 for the first
/// @param firstEchoMillis from the start of its program until a first message had come back; empty in results from before
///     2026-11-26
/// @param empty when it had served a few connections, and they were closed again
/// @param full when it held all connections, and they were idle
public record IdleRound(
        int round, int position, Optional<Double> firstEchoMillis, Memory empty, Memory full) {}
