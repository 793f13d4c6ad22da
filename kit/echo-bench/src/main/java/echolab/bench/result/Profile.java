package echolab.bench.result;

import java.time.Duration;
import java.util.OptionalLong;

/// What a server did with its CPU under load.
///
/// @param sampler who took the samples, and what it sees
/// @param stacks a sample for each so many milliseconds of CPU
/// @param sampled CPU time that the samples stand for
/// @param cpu that the process used
/// @param kernelNanos of it in the kernel; empty where the system does not tell
/// @param echoes meanwhile
/// @param allocatedBytes on the heap, as far as JFR's samples tell
/// @param pauses of the collector
/// @param paused for how long, together
public record Profile(
        String server,
        int connections,
        String sampler,
        CallTree stacks,
        Duration sampled,
        Duration cpu,
        OptionalLong kernelNanos,
        long echoes,
        long allocatedBytes,
        int pauses,
        Duration paused) {}
