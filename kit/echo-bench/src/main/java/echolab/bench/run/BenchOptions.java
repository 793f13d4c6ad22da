package echolab.bench.run;

import echolab.bench.result.Kind;
import echolab.process.Digits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// What can be chosen about a benchmark. The record checks itself and says in a sentence what is wrong.
///
/// There is one run for each combination of an entry of `connections`, one of `payloads` and one of `rates`.
///
/// @param connections how many connections to each server, 1 to 1,000,000
/// @param payloads bytes of a message, 1 to 1 MiB
/// @param rates messages a second to each server in an open loop, 1 to 10,000,000; none for a closed loop
/// @param churn whether connections end after one echo: `connections` is how many there are at once, all the time
/// @param idle numbers of idle connections, 100 to 1,000,000: when there are any, their memory is measured and nothing else
/// @param length how long it is measured
/// @param warmUp how long the servers are warmed
/// @param loadCpus how many load processes visit a server at once, each on a CPU of its own as far as there are such, 1 to 16; empty for what
///     the machine has free
/// @param reference the server that the others are compared with; empty for the usual one
public record BenchOptions(
        List<Integer> connections,
        List<Integer> payloads,
        List<Integer> rates,
        boolean churn,
        List<Integer> idle,
        Length length,
        WarmUp warmUp,
        Optional<Integer> loadCpus,
        Optional<String> reference) {

    /// Warm-up goes in rounds: one slice for each server whose CPU per echo still falls. It ends when none does, or after `most`.
    ///
    /// @param slice how long a server is loaded in a round
    /// @param most how many rounds at the most; 0 to measure the warm-up itself, from the first connection on
    public record WarmUp(Duration slice, int most) {

        /// How many rounds there are as a rule, for whoever says how long it will take: servers are level after some six.
        int usual() {
            return Math.min(most, 10);
        }

        /// To measure how servers get warm.
        public WarmUp none() {
            return new WarmUp(slice, 0);
        }
    }

    /// @param cycles how often each server is visited, 1 to 10,000, shared out among its processes; of idle connections, the rounds
    /// @param slice how long a visit lasts, 10 ms to 1 minute
    /// @param forks how many processes of each server there are, one after the other, 1 to 100
    /// @param precision no more cycles or processes once no interval reaches further from its estimate than this share of it; empty
    ///     for all cycles
    public record Length(int cycles, Duration slice, int forks, OptionalDouble precision) {

        public Length {
            requireRange("--cycles", cycles, 1, 10_000);
            requireRange("--slice", slice.toMillis(), 10, 60_000);
            requireRange("--forks", forks, 1, 100);
            if (precision.isPresent() && !(precision.getAsDouble() > 0)) {
                throw new IllegalArgumentException(
                        "--precision is a share of a ratio, as in --precision 1%: more than 0");
            }
        }

        Length(int cycles, Duration slice) {
            this(cycles, slice, 1, OptionalDouble.empty());
        }
    }

    private static final Duration SLICE = Duration.ofMillis(100);
    private static final int LARGEST_PAYLOAD = 1 << 20;
    private static final int CONNECTIONS_A_MILLI = 10;
    private static final int FEWEST_CYCLES = 25;
    private static final int FEWEST_IN_A_SLICE = 10;

    public BenchOptions {
        connections = List.copyOf(connections);
        payloads = List.copyOf(payloads);
        rates = List.copyOf(rates);
        idle = List.copyOf(idle);
        requireRange("--connections", connections, 1_000_000);
        requireRange("--payload", payloads, LARGEST_PAYLOAD);
        idle.forEach(count -> requireRange("--idle", count, 100, 1_000_000));
        loadCpus.ifPresent(count -> requireRange("--load-cpus", count, 1, 16));
        for (var rate : rates) {
            requireRange("--rate", rate, 1, 10_000_000);
            requireEnough(rate, length.slice());
        }
    }

    /// Two to four minutes for five servers: a JVM takes up to half a minute of load to get warm.
    public static BenchOptions defaults() {
        return usual(new Length(75, SLICE), new WarmUp(Duration.ofMillis(500), 60));
    }

    /// Under a minute for five servers, of which JVMs are not quite warm, and a noisier result.
    public static BenchOptions quick() {
        return usual(new Length(16, SLICE), new WarmUp(Duration.ofMillis(300), 8));
    }

    private static BenchOptions usual(Length length, WarmUp warmUp) {
        return new BenchOptions(
                List.of(1000),
                List.of(Workload.USUAL),
                List.of(),
                false,
                List.of(),
                length,
                warmUp,
                Optional.empty(),
                Optional.empty());
    }

    /// Whether servers are loaded, warm or from their first connection on, or hold idle connections.
    public Kind kind() {
        var loaded = warmUp.most() == 0 ? Kind.WARM_UP : Kind.LOAD;
        return idle.isEmpty() ? loaded : Kind.IDLE;
    }

    /// One for each run, in the order in which they were named.
    List<Workload> workloads() {
        return connections.stream()
                .flatMap(count -> payloads.stream().flatMap(size -> workloads(count, size)))
                .toList();
    }

    private Stream<Workload> workloads(int count, int size) {
        return rates.isEmpty()
                ? Stream.of(new Workload(count, size, OptionalInt.empty(), churn))
                : rates.stream()
                        .map(rate -> new Workload(count, size, OptionalInt.of(rate), false));
    }

    /// How long a visit lasts at this many connections. A slice of 100 ms gives 10,000 connections one message each, all of it start
    /// and end; so it grows with the connections above ten a millisecond.
    Duration sliceFor(int connections) {
        var asked = length.slice().toMillis();
        return Duration.ofMillis(Math.max(asked, connections / CONNECTIONS_A_MILLI));
    }

    /// How many cycles each process of a server has at this many connections. Where slices grow there are fewer, so that the run does not take
    /// ten times as long; never fewer than 25, when more are asked for.
    int cyclesFor(int connections) {
        var asked = Math.ceilDiv(length.cycles(), length.forks());
        var many = asked * length.slice().toMillis() / sliceFor(connections).toMillis();
        return (int) Math.max(Math.min(asked, FEWEST_CYCLES), many);
    }

    private static void requireRange(String name, List<Integer> values, long most) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(name + " is empty: give at least one number");
        }
        values.forEach(value -> requireRange(name, value, 1, most));
    }

    /// @throws IllegalArgumentException when an option is not in its range, as a sentence
    public static void requireRange(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    Digits.in("%s must be %,d to %,d, but is %,d", name, least, most, value));
        }
    }

    private static void requireEnough(int rate, Duration slice) {
        if (rate * slice.toMillis() < FEWEST_IN_A_SLICE * 1000L) {
            throw new IllegalArgumentException(
                    Digits.in(
                            "--rate %,d is fewer than %d messages in a slice of %,d ms: ask for at least %,d per second, or for a longer --slice",
                            rate,
                            FEWEST_IN_A_SLICE,
                            slice.toMillis(),
                            Math.ceilDiv(FEWEST_IN_A_SLICE * 1000L, slice.toMillis())));
        }
    }
}
