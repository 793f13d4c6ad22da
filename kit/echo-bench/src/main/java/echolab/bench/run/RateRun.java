package echolab.bench.run;

import echolab.bench.load.LoadProcess;
import echolab.bench.machine.CommandWords;
import echolab.bench.machine.WithheldTime;
import echolab.bench.result.LatencyGoal;
import echolab.bench.result.Quartiles;
import echolab.bench.result.RateTarget;
import echolab.bench.result.RateTrial;
import echolab.bench.result.Role;
import echolab.bench.result.Schedule;
import echolab.bench.result.Slice;
import echolab.process.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.HdrHistogram.Histogram;

/// How fast a server can be asked for its latency to stay below a limit, one process at a time:
///
/// ```
/// start │ warm up, in a closed loop, until level: its limit │ half of it │ a quarter, or three quarters │ …
/// ```
///
/// Each trial halves what is left between the highest rate that met the goal and the lowest that did not. Its first slice does not count:
/// load generator and server get used to the rate in it. A trial in which the load generator itself was late is one of it and not of the
/// server, and the report says so.
final class RateRun extends RoundsRun<RateTarget> {

    private static final int HALVINGS = 7;
    private static final int SLICES = 4;
    private static final int LEAST_PER_SECOND = 100;
    private static final Duration SLICE = Duration.ofMillis(300);
    private static final double KEPT = 0.98;

    private final BenchOptions options;
    private final Workload workload;
    private final LatencyGoal goal;
    private Optional<LoadProcess> load = Optional.empty();

    RateRun(
            BenchOptions options,
            Workload workload,
            LatencyGoal goal,
            List<Target> targets,
            Progress progress) {
        super(1, targets, progress);
        this.options = options;
        this.workload = workload;
        this.goal = goal;
    }

    @Override
    long aVisit() {
        return 1500
                + options.warmUp().most() * options.warmUp().slice().toMillis()
                + HALVINGS * (SLICES + 1) * SLICE.toMillis();
    }

    @Override
    String doing(Target target) {
        return "find the rate of " + target.name();
    }

    @Override
    public void run() throws IOException {
        try (var process = LoadProcess.start(pinning.loadPrefix())) {
            load = Optional.of(process);
            super.run();
        }
    }

    @Override
    RateTarget visit(Target target, ServerProcess server, int round, int position)
            throws IOException {
        var withheld = new WithheldTime(pinning);
        var contender =
                new Contender(0, target, Role.CONTESTANT, server, load.orElseThrow(), withheld);
        try {
            contender.connect(workload);
            var most = warmUp(contender);
            return target(target, Optional.empty(), most, search(contender, most));
        } finally {
            load.orElseThrow().disconnect(0);
        }
    }

    /// @return echoes a second, at the end
    private double warmUp(Contender contender) throws IOException {
        var most = 0.0;
        for (var round = 0; round < options.warmUp().most() && !contender.isWarm(); round++) {
            var visit = contender.visit(options.warmUp().slice(), workload.withoutRate());
            contender.requireRunning();
            var slice = visit.orElseThrow().slice(0, 0);
            contender.keepWarmUp(slice);
            most = slice.echoesPerSecond();
        }
        return most;
    }

    private List<RateTrial> search(Contender contender, double most) throws IOException {
        var trials = new ArrayList<RateTrial>();
        var good = 0.0;
        var bad = most;
        for (var step = 0; step < HALVINGS; step++) {
            var rate = (int) Math.max(LEAST_PER_SECOND, (good + bad) / 2);
            var trial = trial(contender, rate);
            trials.add(trial);
            if (trial.meets(goal)) {
                good = rate;
            } else {
                bad = rate;
            }
        }
        return trials;
    }

    private RateTrial trial(Contender contender, int rate) throws IOException {
        var asked = workload.withRate(rate);
        contender.visit(SLICE, asked);
        var latencies = new Histogram(3);
        var slices = new ArrayList<Slice>();
        for (var number = 1; number <= SLICES; number++) {
            var visit = contender.visit(SLICE, asked);
            contender.requireRunning();
            latencies.add(visit.orElseThrow().seen().figures().latency());
            slices.add(visit.orElseThrow().slice(number, 1));
        }
        var schedules = slices.stream().map(slice -> slice.schedule().orElseThrow()).toList();
        var sent = median(schedules.stream().mapToDouble(Schedule::sentPerSecond));
        var late = median(schedules.stream().mapToDouble(s -> s.lateNanos() / 1e6));
        var cpu = slices.stream().flatMapToDouble(s -> s.serverMicrosPerEcho().stream());
        return new RateTrial(
                rate,
                goal.millis(latencies),
                sent.orElse(0) >= KEPT * rate,
                late.orElse(0),
                median(cpu));
    }

    private static OptionalDouble median(DoubleStream figures) {
        return Quartiles.of(figures.toArray())
                .map(of -> OptionalDouble.of(of.median()))
                .orElse(OptionalDouble.empty());
    }

    private static RateTarget target(
            Target target, Optional<String> failure, double most, List<RateTrial> trials) {
        return new RateTarget(
                target.name(),
                target.title(),
                target.version(),
                CommandWords.anywhere(target.command().words()),
                failure,
                most,
                trials);
    }

    List<RateTarget> result() {
        return targets(seen ->
                seen.rounds().stream()
                        .findFirst()
                        .orElseGet(() -> target(seen.target(), seen.failure(), 0, List.of())));
    }
}
