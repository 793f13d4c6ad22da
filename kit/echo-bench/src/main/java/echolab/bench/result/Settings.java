package echolab.bench.result;

import java.util.List;
import java.util.Optional;

/// What was asked for.
///
/// @param connections one run for each
/// @param payloadBytes bytes of a message
/// @param cycles of each run
/// @param sliceMillis how long a slice is (longer where there are very many connections: each run says its own)
/// @param jvmFlags what the JVM of every step was started with, besides the step's own flags
/// @param collector the garbage collector that such a JVM chose on the servers' CPU
public record Settings(
        List<Integer> connections,
        int payloadBytes,
        int cycles,
        long sliceMillis,
        List<String> jvmFlags,
        Optional<String> collector) {}
