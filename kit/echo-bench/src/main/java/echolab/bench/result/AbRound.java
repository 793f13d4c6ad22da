package echolab.bench.result;

import java.util.OptionalLong;

/// One `ab` against one server.
///
/// @param round 1 for the first
/// @param position in the order of the round, 1 for the first
/// @param output what ab printed
/// @param serverCpuNanos of the server's process meanwhile, in steps of 10 ms; of all its threads, also those that ended
/// @param abCpuNanos of ab, in steps of 10 ms
/// @param abWallNanos from ab's start to its end: longer than its tests, since it connects to nothing before and sorts after
public record AbRound(
        int round,
        int position,
        AbOutput output,
        OptionalLong serverCpuNanos,
        OptionalLong abCpuNanos,
        long abWallNanos) {}
