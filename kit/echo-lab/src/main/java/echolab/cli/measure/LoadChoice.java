package echolab.cli.measure;

import echolab.bench.result.LatencyGoal;
import echolab.bench.run.BenchOptions;
import echolab.bench.run.BenchOptions.Length;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// The options that say which load `lab bench` puts on the servers, and for how long.
final class LoadChoice {

    private static final int IDLE_ROUNDS = 5;
    private static final int QUICK_IDLE_ROUNDS = 2;

    private static final int MOST_CYCLES = 1000;
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
            names = "--find-rate",
            paramLabel = "GOAL",
            description =
                    "Search the highest rate at which each server's latency stays below a limit, as in --find-rate 'p99<1ms'.")
    private Optional<String> goal = Optional.empty();

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
            names = "--warm-up-curve",
            description =
                    "Measure the warm-up itself: what an echo costs, and its latency, from the first connection on, one server at a time, 200 slices each (--cycles for another number, quick: 50).")
    private boolean curve;

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

    @Option(
            names = "--forks",
            paramLabel = "N",
            description =
                    "Start all servers anew N times, and let the intervals count processes, not cycles: at least 4 for an interval (default: 1).")
    private Optional<Integer> forks = Optional.empty();

    @Option(
            names = "--precision",
            paramLabel = "PERCENT",
            description =
                    "End once no interval reaches further than so many per cent from its estimate, as in --precision 1%%, or when all cycles are over (then 1000, unless --cycles says otherwise).")
    private Optional<String> precision = Optional.empty();

    @Option(
            names = "--load-cpus",
            paramLabel = "N",
            description =
                    "Let N load processes at once load a server, each on a CPU of its own where there are so many (default: up to 3, and 1 below four cores).")
    private Optional<Integer> loadCpus = Optional.empty();

    @Option(names = "--quick", description = "A short run with wider intervals.")
    private boolean quick;

    /// What was chosen.
    ///
    /// @param reference the server that the others are compared with; empty for the usual one
    /// @throws IllegalArgumentException when it makes no sense, as a sentence
    BenchOptions options(Optional<String> reference) {
        refuseContradictions();
        var usual = quick ? BenchOptions.quick() : BenchOptions.defaults();
        var many = churn ? CLIENTS : usual.connections();
        return new BenchOptions(
                points("connections", connections, CONNECTIONS, many),
                points("payload", payloads, PAYLOADS, usual.payloads()),
                rates,
                churn,
                idle,
                length(usual.length()),
                curve ? usual.warmUp().none() : usual.warmUp(),
                loadCpus,
                reference);
    }

    private Length length(Length usual) {
        var most = precision.isPresent() ? MOST_CYCLES : usual.cycles();
        most = idle.isEmpty() ? most : (quick ? QUICK_IDLE_ROUNDS : IDLE_ROUNDS);
        most = curve ? (quick ? 50 : 200) : most;
        return new Length(
                cycles.orElse(most),
                slice.map(Duration::ofMillis).orElse(usual.slice()),
                forks.orElse(usual.forks()),
                precision.map(LoadChoice::share).orElse(usual.precision()));
    }

    private static OptionalDouble share(String percent) {
        try {
            return OptionalDouble.of(Double.parseDouble(percent.replaceFirst("%$", "")) / 100);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException(
                    "--precision takes per cent, as in --precision 1%%, but was told \"%s\""
                            .formatted(percent));
        }
    }

    /// @throws IllegalArgumentException when any of these was chosen: ApacheBench is a load of its own
    void refuseWithAb() {
        var chosen =
                Stream.of(connections, payloads, rates, idle).anyMatch(list -> !list.isEmpty())
                        || Stream.of(sweep, cycles, slice, forks, precision, goal, loadCpus)
                                .anyMatch(Optional::isPresent);
        if (chosen || quick || churn || curve) {
            throw new IllegalArgumentException(
                    "--ab is a load of its own: choose it by --requests, --concurrency and --rounds, and leave out the options of our load generator");
        }
    }

    /// What the latency is to be below, when a rate is searched.
    ///
    /// @throws IllegalArgumentException when it makes no sense, as a sentence
    Optional<LatencyGoal> goal() {
        var loads = Stream.of(rates, idle).anyMatch(list -> !list.isEmpty());
        var several = sweep.isPresent() || connections.size() > 1 || payloads.size() > 1;
        var paced = Stream.of(cycles, slice, forks, precision).anyMatch(Optional::isPresent);
        if (goal.isPresent() && (loads || several || paced || churn || curve)) {
            throw new IllegalArgumentException(
                    "--find-rate chooses its rates and slices itself, for one load: only --connections, --payload, --load-cpus and --quick go with it");
        }
        return goal.map(LatencyGoal::parse);
    }

    private void refuseContradictions() {
        if (!sweep.map(List.of("connections", "payload")::contains).orElse(true)) {
            throw new IllegalArgumentException(
                    "--sweep goes through connections or payload, but was told \"%s\""
                            .formatted(sweep.get()));
        }
        if (churn && !(rates.isEmpty() && idle.isEmpty())) {
            throw new IllegalArgumentException(
                    "--churn is a load of its own, as fast as each server answers: leave out --rate and --idle");
        }
        if (curve && (forks.isPresent() || precision.isPresent() || !idle.isEmpty())) {
            throw new IllegalArgumentException(
                    "--warm-up-curve looks at one process of each server: leave out --forks, --precision and --idle");
        }
        var loaded = !(connections.isEmpty() && payloads.isEmpty() && rates.isEmpty());
        loaded |= Stream.of(sweep, forks, precision, loadCpus).anyMatch(Optional::isPresent);
        if (!idle.isEmpty() && loaded) {
            throw new IllegalArgumentException(
                    "--idle puts no load on the servers: leave out --connections, --payload, --rate, --sweep, --forks, --precision and --load-cpus");
        }
    }

    /// Those that were named, those of a sweep, or else the usual ones.
    private List<Integer> points(
            String what, List<Integer> named, List<Integer> swept, List<Integer> usual) {
        var sweeps = sweep.equals(Optional.of(what));
        if (sweeps && !named.isEmpty()) {
            throw new IllegalArgumentException(
                    "--sweep %s and --%s both say which there are: leave one out"
                            .formatted(what, what));
        }
        return sweeps ? swept : named.isEmpty() ? usual : named;
    }
}
