package echolab.bench.run;

import echolab.bench.machine.CommandWords;
import echolab.bench.result.LatencyGoal;
import echolab.bench.result.Quartiles;
import echolab.bench.result.RateTarget;
import echolab.bench.result.RateTrial;
import echolab.bench.result.Slice;
import echolab.process.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
final class RateRun extends LoadedRounds<RateRun.Found, List<RateTarget>> {

    private static final int HALVINGS = 7;
    private static final int SLICES = 4;
    static final int LEAST_PER_SECOND = 100;
    private static final Duration SLICE = Duration.ofMillis(300);

    /// @param most echoes a second in a closed loop
    record Found(double most, List<RateTrial> trials) {}

    private final BenchOptions options;
    private final Workload workload;
    private final LatencyGoal goal;

    RateRun(
            BenchOptions options,
            Workload workload,
            LatencyGoal goal,
            List<Target> targets,
            Progress progress) {
        super(workload.pinning(options, targets), 1, targets, progress);
        this.options = options;
        this.workload = workload;
        this.goal = goal;
    }

    @Override
    long aVisit() {
        return 1500
                + options.warmUp().usual() * options.warmUp().slice().toMillis()
                + HALVINGS * (SLICES + 1) * SLICE.toMillis();
    }

    @Override
    String doing(Target target) {
        return "find the rate of " + target.name();
    }

    @Override
    Found visit(Target target, ServerProcess server, int round, int position) throws IOException {
        return loaded(target, server, this::found);
    }

    private Found found(Contender contender) throws IOException {
        contender.connect(workload);
        var last = contender.warmUp(options.warmUp(), workload);
        var most = last.map(Slice::echoesPerSecond).orElse(0.0);
        return new Found(most, search(contender, most));
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
        var pace = Analysis.pace(slices, asked).orElseThrow();
        return new RateTrial(
                rate,
                goal.millis(latencies),
                pace.kept(),
                pace.lateMillis().orElse(0),
                Quartiles.median(Quartiles.of(slices, Slice::serverMicrosPerEcho)));
    }

    @Override
    public List<RateTarget> result() {
        return targets(seen -> {
            var found = seen.rounds().stream().findFirst();
            return new RateTarget(
                    seen.target().name(),
                    seen.target().title(),
                    seen.target().version(),
                    CommandWords.anywhere(seen.target().command().words()),
                    seen.failure(),
                    found.map(Found::most).orElse(0.0),
                    found.map(Found::trials).orElse(List.of()));
        });
    }
}
