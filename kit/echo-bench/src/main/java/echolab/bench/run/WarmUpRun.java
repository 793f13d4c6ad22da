package echolab.bench.run;

import echolab.bench.result.Role;
import echolab.bench.result.RunResult;
import echolab.process.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How servers get warm, one process at a time:
///
/// ```
/// start │ connect │ slice 1 │ slice 2 │ … │ end
/// ```
///
/// One at a time, since a JVM compiles behind its back: while another is visited, its compiler would have the CPU that they share, and it
/// would be warm without ever having paid for it. The load generator is warm before the first: it has visited one of them already.
final class WarmUpRun extends LoadedRounds<Measured, RunResult> {

    private static final Duration LOAD_WARM_UP = Duration.ofSeconds(4);
    private static final long MILLIS_A_START = 1500;

    private final BenchOptions options;
    private final Workload workload;
    private final List<Target> targets;
    private volatile int cyclesDone;

    WarmUpRun(BenchOptions options, Workload workload, List<Target> targets, Progress progress) {
        super(workload.pinning(options, targets), 1, targets, progress);
        this.options = options;
        this.workload = workload;
        this.targets = targets;
    }

    @Override
    long aVisit() {
        return MILLIS_A_START + options.length().cycles() * slice().toMillis();
    }

    @Override
    String doing(Target target) {
        return "warm up " + target.name();
    }

    private Duration slice() {
        return options.sliceFor(workload.connections());
    }

    /// It gets warm with a server of its own, which is ended.
    @Override
    void prepare() throws IOException {
        var first = targets.getFirst();
        try (var server = first.start(pinning)) {
            loaded(first, server, this::warmUpLoad);
        }
    }

    private Optional<Contender.Visit> warmUpLoad(Contender contender) throws IOException {
        contender.connect(workload);
        return contender.visit(LOAD_WARM_UP, workload.withoutRate());
    }

    @Override
    Role role(Target target) {
        return target == Target.reference(targets, options.reference())
                ? Role.REFERENCE
                : Role.CONTESTANT;
    }

    @Override
    Measured visit(Target target, ServerProcess server, int round, int position)
            throws IOException {
        return loaded(target, server, contender -> measured(contender, position));
    }

    private Measured measured(Contender contender, int position) throws IOException {
        contender.connect(workload);
        var cycles = options.length().cycles();
        for (var cycle = 1; cycle <= cycles && contender.isRunning(); cycle++) {
            var visit = contender.visit(slice(), workload);
            if (visit.isPresent()) {
                contender.keep(visit.get(), cycle, position);
                cyclesDone = Math.max(cyclesDone, cycle);
            }
        }
        contender.requireRunning();
        return contender.measured();
    }

    /// The result has no round of warm-up: all that it has is warm-up.
    @Override
    public RunResult result() {
        var measured = targets(this::measured);
        var loads = pinning.loadCpus().size();
        return new Analysis(measured)
                .result(workload, options, cyclesDone, 0, pinning, loads, seed);
    }

    private Measured measured(Visited<Measured> seen) {
        return seen.rounds().stream()
                .findFirst()
                .orElseGet(() -> Measured.none(seen.target(), role(seen.target()), seen.failure()));
    }
}
