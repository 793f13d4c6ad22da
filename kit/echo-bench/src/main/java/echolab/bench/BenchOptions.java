package echolab.bench;

import java.time.Duration;
import java.util.List;

/// What can be chosen about a benchmark. The record checks itself and says in a sentence what is wrong.
///
/// @param connections how many connections to each server, 1 to 1,000,000; one run for each entry
/// @param payload bytes of a message, 1 to 1 MiB
/// @param cycles how often each server is visited, 1 to 10,000
/// @param slice how long a visit lasts, 10 ms to 1 minute
/// @param warmUp how long the servers are warmed
public record BenchOptions(
        List<Integer> connections, int payload, int cycles, Duration slice, WarmUp warmUp) {

    /// Warm-up goes in rounds: one slice for each server. It ends when the rates of all have settled, or after `most`.
    ///
    /// @param slice how long a server is loaded in a round
    /// @param most how many rounds at the most
    public record WarmUp(Duration slice, int most) {}

    private static final int LARGEST_PAYLOAD = 1 << 20;
    private static final int MANY = 3000;

    public BenchOptions {
        connections = List.copyOf(connections);
        if (connections.isEmpty()) {
            throw new IllegalArgumentException("--connections is empty: give at least one number");
        }
        for (var count : connections) {
            requireRange("--connections", count, 1, 1_000_000);
        }
        requireRange("--payload", payload, 1, LARGEST_PAYLOAD);
        requireRange("--cycles", cycles, 1, 10_000);
        requireRange("--slice", slice.toMillis(), 10, 60_000);
    }

    /// About one and a half minutes for five servers.
    public static BenchOptions defaults() {
        return new BenchOptions(
                List.of(1000),
                106,
                25,
                Duration.ofMillis(300),
                new WarmUp(Duration.ofMillis(500), 8));
    }

    /// Under half a minute for five servers, and a noisier result.
    public static BenchOptions quick() {
        return new BenchOptions(
                List.of(1000),
                106,
                8,
                Duration.ofMillis(200),
                new WarmUp(Duration.ofMillis(300), 4));
    }

    public BenchOptions withConnections(List<Integer> connections) {
        return new BenchOptions(connections, payload, cycles, slice, warmUp);
    }

    public BenchOptions withPayload(int payload) {
        return new BenchOptions(connections, payload, cycles, slice, warmUp);
    }

    public BenchOptions withCycles(int cycles) {
        return new BenchOptions(connections, payload, cycles, slice, warmUp);
    }

    public BenchOptions withSlice(Duration slice) {
        return new BenchOptions(connections, payload, cycles, slice, warmUp);
    }

    /// How long a visit lasts at this many connections. A slice of 300 ms gives 10,000 connections three messages each,
    /// most of it start and end; so it grows with the connections above 3,000.
    Duration sliceFor(int connections) {
        return connections <= MANY ? slice : slice.multipliedBy(connections).dividedBy(MANY);
    }

    private static void requireRange(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s must be %,d to %,d, but is %,d".formatted(name, least, most, value));
        }
    }
}
