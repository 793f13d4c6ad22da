package echolab.bench.run;

import echolab.bench.machine.ConnectionLimits;
import echolab.bench.machine.Pinning;
import echolab.bench.result.Role;
import echolab.bench.result.RunResult;
import echolab.bench.result.Slice;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.HdrHistogram.Histogram;

/// How servers are compared under one load, in slices:
///
/// ```
/// start all │ warm up, all in turn, until steady │ connect anew, often │ cycle 1: B A D C │ cycle 2: D A C B │ …
/// ```
///
/// All are alive all the time, and each is visited for a moment in each cycle: what else happens on the machine hits all
/// alike. A figure is compared with the reference's of the same cycle, and the order of each cycle is drawn, from one seed a run: in an
/// order that stays, who comes after whom would be a difference of its own, and what the comparison rests on is the draw.
///
/// The connections of the warm-up are not those that are measured: a task that was started by cold code may stay slow
/// for as long as its connection lives. And the code that starts a task runs once a connection, so it stays cold long after
/// the rest is warm: a server in use has had thousands of connections, and so have these before they are measured. Warm-up is
/// a closed loop also before an open one: as fast as the server can, it is warm sooner.
final class BenchRun implements BenchPart {

    private static final double STEADY = 0.05;
    private static final int FEWEST_ROUNDS = 3;
    private static final long MILLIS_A_START = 600;

    /// HotSpot's best compiler takes a method after 5,000 calls (`-XX:Tier4InvocationThreshold`).
    private static final int EARLIER_CONNECTIONS = 8_000;

    /// How many of them at once, at least.
    private static final int CROWD = 1_000;

    private static final long CONNECTIONS_A_MILLI = 10;
    private static final Duration COLD = Duration.ofSeconds(1);
    private static final Duration LOAD_WARM_UP = Duration.ofSeconds(3);

    private final BenchOptions options;
    private final Workload workload;
    private final List<Target> targets;
    private final Progress progress;
    private final Pinning pinning = Pinning.choose();
    private final RunningServers field;
    private final int seed = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
    private final Random orders = new Random(seed);

    private volatile int cyclesDone;
    private volatile int rounds;
    private volatile boolean steady;

    BenchRun(BenchOptions options, Workload workload, List<Target> targets, Progress progress) {
        this.options = options;
        this.workload = workload;
        this.targets = targets;
        this.progress = progress;
        this.field =
                new RunningServers(
                        pinning, ConnectionLimits.here().targetsPerLoad(crowd().connections()));
    }

    @Override
    public long millis() {
        return (targets.size() + 1)
                * (MILLIS_A_START
                        + beforeWarmUp()
                        + options.warmUp().most() * options.warmUp().slice().toMillis()
                        + cycles() * slice().toMillis());
    }

    private long beforeWarmUp() {
        return workload.brief()
                ? COLD.toMillis()
                : (2 + crowds()) * connectMillis() + 2 * options.warmUp().slice().toMillis();
    }

    private long connectMillis() {
        return workload.connections() / CONNECTIONS_A_MILLI;
    }

    private int crowds() {
        return EARLIER_CONNECTIONS / crowd().connections();
    }

    private Workload crowd() {
        return workload.withConnections(Math.max(workload.connections(), CROWD));
    }

    private int cycles() {
        return options.cyclesFor(workload.connections());
    }

    private Duration slice() {
        return options.sliceFor(workload.connections());
    }

    /// Does it all. What was seen is in [#result()], also while it still runs.
    @Override
    public void run() throws IOException {
        try (field) {
            start();
            connect(workload);
            if (workload.brief()) {
                serveCold();
            }
            warmUp();
            if (!workload.brief()) {
                connectAnew();
            }
            for (var cycle = 1; cycle <= cycles(); cycle++) {
                progress.doing("cycle %s of %s".formatted(cycle, cycles()));
                cycle(cycle);
            }
        }
    }

    RunResult result() {
        return new Analysis(field.measured())
                .result(
                        workload,
                        options,
                        cyclesDone,
                        rounds,
                        steady,
                        pinning,
                        field.loadProcesses(),
                        seed);
    }

    private void start() throws IOException {
        var reference = Target.reference(targets, options.reference());
        for (var target : targets) {
            progress.doing("start " + target.name());
            var role = target == reference ? Role.REFERENCE : Role.CONTESTANT;
            field.start(target, role);
            progress.advance(MILLIS_A_START);
            if (role == Role.REFERENCE) {
                field.start(target.again(), Role.CONTROL);
                progress.advance(MILLIS_A_START);
            }
        }
    }

    private void connect(Workload workload) throws IOException {
        for (var contender : field.running()) {
            progress.doing("connect to " + contender.name());
            contender.connect(workload);
            progress.advance(connectMillis());
        }
    }

    /// The first second of each. The load must not be cold then: it gets warm with the second copy of the reference.
    private void serveCold() throws IOException {
        var controlFirst =
                Comparator.comparing((Contender contender) -> contender.role() != Role.CONTROL);
        for (var contender : field.running().stream().sorted(controlFirst).toList()) {
            progress.doing("first second of " + contender.name());
            if (contender.role() == Role.CONTROL) {
                contender.visit(LOAD_WARM_UP, workload);
            } else {
                contender
                        .visit(COLD, workload)
                        .ifPresent(visit -> contender.keepCold(visit.slice(1, 1)));
            }
            progress.advance(COLD.toMillis());
        }
    }

    private void connectAnew() throws IOException {
        for (var i = 0; i < crowds(); i++) {
            reconnect(crowd());
        }
        visit();
        reconnect(workload);
        visit();
    }

    private void reconnect(Workload workload) throws IOException {
        for (var contender : field.running()) {
            progress.doing("connect anew to " + contender.name());
            contender.disconnect();
            contender.connect(workload);
            progress.advance(connectMillis());
        }
    }

    /// The compiler, which works behind our back, gets its time too.
    private void visit() throws IOException {
        for (var contender : field.running()) {
            contender.visit(options.warmUp().slice(), workload.withoutRate());
            progress.advance(options.warmUp().slice().toMillis());
        }
    }

    private void warmUp() throws IOException {
        var most = options.warmUp().most();
        Map<String, Double> last = Map.of();
        while (rounds < most && !steady) {
            progress.doing("warm up, round %s of at most %s".formatted(rounds + 1, most));
            var rates = round();
            rounds++;
            steady = rounds >= FEWEST_ROUNDS && settled(last, rates);
            last = rates;
        }
        progress.advance(
                (most - rounds) * (targets.size() + 1) * options.warmUp().slice().toMillis());
    }

    private Map<String, Double> round() throws IOException {
        var rates = new HashMap<String, Double>();
        for (var contender : field.running()) {
            contender
                    .visit(options.warmUp().slice(), workload.withoutRate())
                    .ifPresent(v -> rates.put(contender.name(), v.slice(0, 0).echoesPerSecond()));
            progress.advance(options.warmUp().slice().toMillis());
        }
        return rates;
    }

    private static boolean settled(Map<String, Double> before, Map<String, Double> now) {
        return now.entrySet().stream()
                .allMatch(entry -> {
                    var old = before.getOrDefault(entry.getKey(), 0.0);
                    return Math.abs(entry.getValue() - old) <= STEADY * old;
                });
    }

    /// One visit to each, in an order of its own; the result has whole cycles only.
    private void cycle(int cycle) throws IOException {
        var order = new ArrayList<>(field.running());
        Collections.shuffle(order, orders);
        var visits = new ArrayList<Kept>();
        for (var contender : order) {
            var position = order.indexOf(contender) + 1;
            contender
                    .visit(slice(), workload)
                    .map(v -> kept(contender, v, cycle, position))
                    .ifPresent(visits::add);
            progress.advance(slice().toMillis());
        }
        visits.forEach(Kept::keep);
        cyclesDone = cycle;
    }

    private static Kept kept(Contender contender, Contender.Visit visit, int cycle, int position) {
        return new Kept(contender, visit.slice(cycle, position), visit.seen().figures().latency());
    }

    private record Kept(Contender contender, Slice slice, Histogram latencies) {

        void keep() {
            contender.keep(slice, latencies);
        }
    }
}
