package echolab.bench.result;

/// One process of a server, before and after the connections came.
///
/// @param round 1 for the first
/// @param position this server's place in the order of the round, 1 for the first
/// @param empty when it had served a few connections, and they were closed again
/// @param full when it held all connections, and they were idle
public record IdleRound(int round, int position, Memory empty, Memory full) {}
