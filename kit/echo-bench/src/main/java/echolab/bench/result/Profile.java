package echolab.bench.result;

import java.time.Duration;
import java.util.OptionalDouble;

/// What a server did with its CPU under load.
///
/// @param stacks of its Java threads, a sample for each so many milliseconds of CPU
/// @param sampled CPU time that the samples stand for
/// @param cpu that the process used: what was not sampled are threads without a Java stack, the compilers and the collector
/// @param kernel share of it in the kernel; empty where the system does not tell
/// @param echoes meanwhile
/// @param allocatedBytes on the heap, as far as JFR's samples tell
/// @param pauses of the collector
/// @param paused for how long, together
public record Profile(
        String server,
        int connections,
        CallTree stacks,
        Duration sampled,
        Duration cpu,
        OptionalDouble kernel,
        long echoes,
        long allocatedBytes,
        int pauses,
        Duration paused) {}
