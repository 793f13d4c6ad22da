package echolab.bench.result;

import java.util.List;
import java.util.Optional;

/// What was asked for. There is one run for each combination of `connections`, `payloadBytes` and `ratesPerSecond`.
///
/// @param connections to each server
/// @param payloadBytes bytes of a message
/// @param ratesPerSecond messages a second to each server in an open loop; empty for a closed loop
/// @param cycles of each run; of idle connections, the rounds
/// @param sliceMillis how long a slice is (longer where there are very many connections: each run says its own)
/// @param jvmFlags what the JVM of every step was started with, besides the step's own flags
/// @param collector the garbage collector that such a JVM chose on the servers' CPU
public record Settings(
        List<Integer> connections,
        List<Integer> payloadBytes,
        List<Integer> ratesPerSecond,
        int cycles,
        long sliceMillis,
        List<String> jvmFlags,
        Optional<String> collector) {}
