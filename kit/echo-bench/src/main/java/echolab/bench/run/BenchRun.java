package echolab.bench.run;

import echolab.bench.machine.ConnectionLimits;
import echolab.bench.machine.Pinning;
import echolab.bench.result.Role;
import echolab.bench.result.RunResult;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;

/// How servers are compared under one load, in slices:
///
/// ```
/// start all │ warm up, all in turn, until CPU per echo is level │ connect anew, often │ cycle 1: B A D C │ cycle 2: D A C B │ …
/// ```
///
/// All are alive all the time, and each is visited for a moment in each cycle: what else happens on the machine hits all
/// alike. With several processes (`--forks`) all of that is done for each. A figure is compared with the reference's of the same cycle, and the order of each cycle is drawn, from one seed a run: in an
/// order that stays, who comes after whom would be a difference of its own, and what the comparison rests on is the draw.
///
/// The connections of the warm-up are not those that are measured: a task that was started by cold code may stay slow
/// for as long as its connection lives. And the code that starts a task runs once a connection, so it stays cold long after
/// the rest is warm: a server in use has had thousands of connections, and so have these before they are measured. Warm-up is
/// a closed loop also before an open one: as fast as the server can, it is warm sooner.
final class BenchRun implements BenchPart<RunResult> {

    private static final long MILLIS_A_START = 600;

    /// HotSpot's best compiler takes a method after 5,000 calls (`-XX:Tier4InvocationThreshold`).
    private static final int EARLIER_CONNECTIONS = 8_000;

    /// How many of them at once, at least.
    private static final int CROWD = 1_000;

    private static final long CONNECTIONS_A_MILLI = 10;
    private static final int CYCLES_A_LOOK = 10;
    private static final Duration COLD = Duration.ofSeconds(1);
    private static final Duration LOAD_WARM_UP = Duration.ofSeconds(3);

    private final BenchOptions options;
    private final Workload workload;
    private final List<Entrant> entrants;
    private final Progress progress;
    private final Pinning pinning;
    private final List<RunningServers> forks = new CopyOnWriteArrayList<>();
    private final int seed = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
    private final Random orders = new Random(seed);

    private volatile int cyclesDone;
    private volatile int rounds;

    BenchRun(BenchOptions options, Workload workload, List<Target> targets, Progress progress) {
        this.options = options;
        this.workload = workload;
        this.pinning = workload.pinning(options, targets);
        this.entrants = entrants(targets, Target.reference(targets, options.reference()));
        this.progress = progress;
    }

    /// A process that takes part.
    private record Entrant(Target target, Role role) {}

    /// Two of which run twice, to check the method.
    private static List<Entrant> entrants(List<Target> targets, Target reference) {
        var twin = Target.twin(targets, reference);
        var all = new ArrayList<Entrant>();
        for (var target : targets) {
            var isReference = target == reference;
            all.add(new Entrant(target, isReference ? Role.REFERENCE : Role.CONTESTANT));
            if (isReference || twin.equals(Optional.of(target))) {
                var role = isReference ? Role.CONTROL : Role.CONTESTANT;
                all.add(new Entrant(target.again(), role));
            }
        }
        return List.copyOf(all);
    }

    @Override
    public long millis() {
        return options.length().forks()
                * entrants.size()
                * (MILLIS_A_START
                        + beforeWarmUp()
                        + options.warmUp().usual() * options.warmUp().slice().toMillis()
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

    @Override
    public void run() throws IOException {
        for (var fork = 0; fork < options.length().forks() && !isPrecise(); fork++) {
            var limits = ConnectionLimits.here();
            try (var servers =
                    new RunningServers(pinning, limits.targetsPerLoad(crowd().connections()))) {
                forks.add(servers);
                fork(fork * cycles());
            }
        }
    }

    /// All servers as new processes, as if nothing had been before.
    private void fork(int cyclesBefore) throws IOException {
        start();
        connect(workload);
        if (workload.brief()) {
            serveCold();
        }
        warmUp();
        if (!workload.brief()) {
            connectAnew();
        }
        for (var cycle = 1; cycle <= cycles() && !isPreciseAfter(cycle - 1); cycle++) {
            progress.doing("%scycle %s of %s".formatted(process(), cycle, cycles()));
            cycle(cyclesBefore + cycle);
        }
    }

    private String process() {
        var many = options.length().forks();
        return many == 1 ? "" : "process %s of %s, ".formatted(forks.size(), many);
    }

    /// With several processes only their number counts. It looks at how wide the intervals are, and never at where they lie.
    private boolean isPreciseAfter(int cycle) {
        return options.length().forks() == 1 && cycle % CYCLES_A_LOOK == 0 && isPrecise();
    }

    private boolean isPrecise() {
        return options.length().precision().isPresent() && cyclesDone > 0 && result().precise();
    }

    @Override
    public RunResult result() {
        return new Analysis(measured())
                .result(
                        workload,
                        options,
                        cyclesDone,
                        rounds,
                        pinning,
                        forks.stream().mapToInt(RunningServers::loadProcesses).max().orElse(0),
                        seed);
    }

    /// Of all processes, server by server.
    private List<Measured> measured() {
        var all = new LinkedHashMap<String, Measured>();
        forks.stream()
                .flatMap(servers -> servers.measured().stream())
                .forEach(seen -> all.merge(seen.target().name(), seen, Measured::plus));
        return List.copyOf(all.values());
    }

    private RunningServers field() {
        return forks.getLast();
    }

    private void start() throws IOException {
        for (var entrant : entrants) {
            progress.doing("start " + entrant.target.name());
            field().start(entrant.target, entrant.role);
            progress.advance(MILLIS_A_START);
        }
    }

    /// The first second of each. The load must not be cold then: it gets warm with the second copy of the reference.
    private void serveCold() throws IOException {
        var controlFirst =
                Comparator.comparing((Contender contender) -> contender.role() != Role.CONTROL);
        for (var contender : field().running().stream().sorted(controlFirst).toList()) {
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
            connect(crowd());
        }
        visit();
        connect(workload);
        visit();
    }

    private void connect(Workload workload) throws IOException {
        for (var contender : field().running()) {
            progress.doing("connect to " + contender.name());
            contender.disconnect();
            contender.connect(workload);
            progress.advance(connectMillis());
        }
    }

    /// The compiler, which works behind our back, gets its time too.
    private void visit() throws IOException {
        for (var contender : field().running()) {
            contender.visit(options.warmUp().slice(), workload.withoutRate());
            progress.advance(options.warmUp().slice().toMillis());
        }
    }

    /// Whoever is warm rests: the next rounds are for the others.
    private void warmUp() throws IOException {
        var most = options.warmUp().most();
        var usual = options.warmUp().usual();
        var length = options.warmUp().slice();
        var cold = cold();
        for (rounds = 0; rounds < most && !cold.isEmpty(); rounds++) {
            progress.doing("warm up, round %s of at most %s".formatted(rounds + 1, most));
            for (var contender : cold) {
                contender
                        .visit(length, workload.withoutRate())
                        .ifPresent(visit -> contender.keepWarmUp(visit.slice(0, 0)));
            }
            progress.advance(rounds < usual ? entrants.size() * length.toMillis() : 0);
            cold = cold();
        }
        progress.advance(Math.max(0, usual - rounds) * entrants.size() * length.toMillis());
    }

    private List<Contender> cold() {
        return field().running().stream().filter(contender -> !contender.isWarm()).toList();
    }

    /// One visit to each, in an order of its own; the result has whole cycles only.
    private void cycle(int cycle) throws IOException {
        var order = new ArrayList<>(field().running());
        Collections.shuffle(order, orders);
        var visits = new ArrayList<Runnable>();
        for (var contender : order) {
            var position = order.indexOf(contender) + 1;
            contender
                    .visit(slice(), workload)
                    .map(visit -> (Runnable) () -> contender.keep(visit, cycle, position))
                    .ifPresent(visits::add);
            progress.advance(slice().toMillis());
        }
        visits.forEach(Runnable::run);
        cyclesDone = cycle;
    }
}
