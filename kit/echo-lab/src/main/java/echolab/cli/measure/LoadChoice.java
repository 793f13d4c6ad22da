package echolab.cli.measure;

import echolab.bench.run.BenchOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// The options that say which load `lab bench` puts on the servers, and for how long.
final class LoadChoice {

    private static final int IDLE_ROUNDS = 5;
    private static final int QUICK_IDLE_ROUNDS = 2;

    private static final List<Integer> CLIENTS = List.of(32);
    private static final List<Integer> CONNECTIONS = List.of(1, 10, 100, 1000, 10_000);
    private static final List<Integer> PAYLOADS = List.of(1, 106, 1024, 16_384, 65_536);

    @Option(
            names = "--connections",
            split = ",",
            paramLabel = "N",
            description = "Connections to each server; a list makes one run each (default: 1000).")
    private List<Integer> connections = List.of();

    @Option(
            names = "--payload",
            split = ",",
            paramLabel = "BYTES",
            description =
                    "Bytes of a message, 1 to 1048576; a list makes one run each (default: 106).")
    private List<Integer> payloads = List.of();

    @Option(
            names = "--rate",
            split = ",",
            paramLabel = "R",
            description =
                    "Send so many messages per second to each server, ready or not, and count latency from when each was due; a list makes one run each (default: as fast as each server answers).")
    private List<Integer> rates = List.of();

    @Option(
            names = "--sweep",
            paramLabel = "WHAT",
            description =
                    "A run for each of 1 to 10000 connections, or of 1 to 65536 bytes of payload, in five steps: --sweep connections, --sweep payload.")
    private Optional<String> sweep = Optional.empty();

    @Option(
            names = "--idle",
            split = ",",
            paramLabel = "N",
            description =
                    "Instead of a load: what each server's memory is with N connections that do nothing, and with none.")
    private List<Integer> idle = List.of();

    @Option(
            names = "--churn",
            description =
                    "Short connections: each connects, has one message echoed and is closed, from 32 clients at once (--connections for another number); its first second in each process, and warm.")
    private boolean churn;

    @Option(
            names = "--cycles",
            paramLabel = "N",
            description =
                    "How often each server is visited (default: 75, quick: 16; fewer, but 25 at least, where many connections make slices longer; of --idle: 5, quick: 2).")
    private Optional<Integer> cycles = Optional.empty();

    @Option(
            names = "--slice",
            paramLabel = "MILLIS",
            description = "How long a visit lasts, 10 to 60000 (default: 100).")
    private Optional<Integer> slice = Optional.empty();

    @Option(names = "--quick", description = "A short run with wider intervals.")
    private boolean quick;

    /// What was chosen.
    ///
    /// @throws IllegalArgumentException when it makes no sense, as a sentence
    BenchOptions options() {
        refuseContradictions();
        var options = quick ? BenchOptions.quick() : BenchOptions.defaults();
        options = churn ? options.withChurn(true).withConnections(CLIENTS) : options;
        options = connections.isEmpty() ? options : options.withConnections(connections);
        options = payloads.isEmpty() ? options : options.withPayloads(payloads);
        options = rates.isEmpty() ? options : options.withRates(rates);
        options = sweep.isEmpty() ? options : sweep(sweep.get(), options);
        options = idle.isEmpty() ? options : idle(options);
        options = cycles.map(options::withCycles).orElse(options);
        return slice.map(Duration::ofMillis).map(options::withSlice).orElse(options);
    }

    /// @throws IllegalArgumentException when any of these was chosen: ApacheBench is a load of its own
    void refuseWithAb() {
        var chosen =
                Stream.of(connections, payloads, rates, idle).anyMatch(list -> !list.isEmpty())
                        || Stream.of(sweep, cycles, slice).anyMatch(Optional::isPresent);
        if (chosen || quick || churn) {
            throw new IllegalArgumentException(
                    "--ab is a load of its own: choose it by --requests, --concurrency and --rounds, and leave out the options of our load generator");
        }
    }

    private BenchOptions idle(BenchOptions options) {
        return options.withIdle(idle).withCycles(quick ? QUICK_IDLE_ROUNDS : IDLE_ROUNDS);
    }

    private void refuseContradictions() {
        if (churn && !(rates.isEmpty() && idle.isEmpty())) {
            throw new IllegalArgumentException(
                    "--churn is a load of its own, as fast as each server answers: leave out --rate and --idle");
        }
        var loaded = !(connections.isEmpty() && payloads.isEmpty() && rates.isEmpty());
        if (!idle.isEmpty() && (loaded || sweep.isPresent())) {
            throw new IllegalArgumentException(
                    "--idle puts no load on the servers: leave out --connections, --payload, --rate and --sweep");
        }
    }

    private BenchOptions sweep(String what, BenchOptions options) {
        return switch (what) {
            case "connections" -> {
                refuseBoth(what, connections);
                yield options.withConnections(CONNECTIONS);
            }
            case "payload" -> {
                refuseBoth(what, payloads);
                yield options.withPayloads(PAYLOADS);
            }
            default ->
                    throw new IllegalArgumentException(
                            "--sweep goes through connections or payload, but was told \"%s\""
                                    .formatted(what));
        };
    }

    private static void refuseBoth(String what, List<Integer> named) {
        if (!named.isEmpty()) {
            throw new IllegalArgumentException(
                    "--sweep %s and --%s both say which there are: leave one out"
                            .formatted(what, what));
        }
    }
}
