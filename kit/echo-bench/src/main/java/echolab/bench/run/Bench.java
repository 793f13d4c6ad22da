package echolab.bench.run;

import echolab.bench.load.AbProcess;
import echolab.bench.machine.ConnectionLimits;
import echolab.bench.machine.JvmChoice;
import echolab.bench.machine.Machine;
import echolab.bench.machine.Pinning;
import echolab.bench.machine.Revision;
import echolab.bench.result.AbResult;
import echolab.bench.result.BenchResult;
import echolab.bench.result.Kind;
import echolab.bench.result.LatencyGoal;
import echolab.bench.result.RateResult;
import echolab.bench.result.RunResult;
import echolab.bench.result.SavedResult;
import echolab.bench.result.Settings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// A benchmark: parts that are run one after the other, and a result that can be had at any time. The parts are a [BenchRun] for each
/// load, or an [IdleRun] for each number of idle connections, or one [AbRun].
///
/// @param <R> what it comes to
public final class Bench<R extends SavedResult> {

    /// Ctrl-C reaches servers and load processes at the same moment as us, so they may end before our hook runs.
    private static final Duration HOOK_DELAY = Duration.ofMillis(500);

    private final List<? extends BenchPart<?>> parts;
    private final List<String> commandLine;
    private final Progress progress;

    /// Makes a result of what was seen so far; told whether that is not all.
    private final BiFunction<Bench<R>, Boolean, R> summing;

    private final String date = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    private final Machine machine = Machine.here();
    private final Optional<Revision> revision = Revision.here();
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private int begun;

    private Bench(
            List<? extends BenchPart<?>> parts,
            List<String> commandLine,
            Progress progress,
            BiFunction<Bench<R>, Boolean, R> summing) {
        this.parts = parts;
        this.commandLine = List.copyOf(commandLine);
        this.progress = progress;
        this.summing = summing;
    }

    /// By our own load generator.
    ///
    /// @param commandLine what was typed, for the result; may be empty
    /// @throws IllegalArgumentException when the machine can't do what is asked for, as a sentence
    public static Bench<BenchResult> of(
            BenchOptions options,
            List<Target> targets,
            List<String> commandLine,
            Progress progress) {
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("there is no server to measure: name at least one");
        }
        Target.reference(targets, options.reference());
        options.connections().forEach(ConnectionLimits.here()::check);
        if (options.churn()) {
            ConnectionLimits.checkPortsComeBack();
        }
        options.idle().forEach(ConnectionLimits.here()::check);
        var idle =
                options.idle().stream()
                        .map(count ->
                                new IdleRun(count, options.length().cycles(), targets, progress))
                        .toList();
        var loads = idle.isEmpty() ? options.workloads() : List.<Workload>of();
        var runs = loads.stream().map(load -> loadRun(options, load, targets, progress)).toList();
        var settings = settings(options);
        return new Bench<>(
                idle.isEmpty() ? runs : idle,
                commandLine,
                progress,
                (bench, partial) ->
                        new BenchResult(
                                BenchResult.VERSION,
                                options.kind(),
                                bench.date,
                                bench.commandLine,
                                bench.machine,
                                bench.revision,
                                settings,
                                partial,
                                bench.begun(runs),
                                bench.begun(idle)));
    }

    /// The highest rate at which the latency meets a goal.
    ///
    /// @param commandLine what was typed, for the result; may be empty
    public static Bench<RateResult> of(
            BenchOptions options,
            LatencyGoal goal,
            List<Target> targets,
            List<String> commandLine,
            Progress progress) {
        var workload = options.workloads().getFirst();
        ConnectionLimits.here().check(workload.connections());
        var run = new RateRun(options, workload, goal, targets, progress);
        return new Bench<>(
                List.of(run),
                commandLine,
                progress,
                (bench, partial) ->
                        new RateResult(
                                RateResult.VERSION,
                                RateResult.KIND,
                                bench.date,
                                bench.commandLine,
                                bench.machine,
                                bench.revision,
                                goal,
                                workload.connections(),
                                workload.payload(),
                                Target.JVM_FLAGS,
                                run.pinning.serverCpu(),
                                run.pinning.loadCpu(),
                                run.pinning.severalLoadCpus(),
                                run.pinning.whyNot(),
                                partial,
                                run.result()));
    }

    private static BenchPart<RunResult> loadRun(
            BenchOptions options, Workload workload, List<Target> targets, Progress progress) {
        return options.kind() == Kind.WARM_UP
                ? new WarmUpRun(options, workload, targets, progress)
                : new BenchRun(options, workload, targets, progress);
    }

    /// By ApacheBench.
    ///
    /// @param commandLine what was typed, for the result; may be empty
    /// @throws IOException when ab is not installed; names the package
    public static Bench<AbResult> of(
            AbOptions options, List<Target> targets, List<String> commandLine, Progress progress)
            throws IOException {
        var version = AbProcess.version();
        var run = new AbRun(options, targets, progress);
        return new Bench<>(
                List.of(run),
                commandLine,
                progress,
                (bench, partial) ->
                        new AbResult(
                                AbResult.VERSION,
                                AbResult.KIND,
                                bench.date,
                                bench.commandLine,
                                bench.machine,
                                bench.revision,
                                version,
                                options.requests(),
                                options.concurrency(),
                                options.rounds(),
                                options.warmUp(),
                                Target.JVM_FLAGS,
                                run.pinning.serverCpu(),
                                run.pinning.loadCpu(),
                                run.pinning.whyNot(),
                                partial,
                                run.result()));
    }

    /// Runs it all.
    ///
    /// @param ifInterrupted is given what was measured so far when a signal ends this JVM before the end; every process
    ///     that was started ends with it
    /// @throws IOException when the load generator does not work
    public R run(Consumer<R> ifInterrupted) throws IOException {
        var hook = new Thread(() -> interrupt(ifInterrupted), "show what was measured so far");
        Runtime.getRuntime().addShutdownHook(hook);
        try (progress) {
            progress.begin(parts.stream().mapToLong(BenchPart::millis).sum());
            for (var part : parts) {
                synchronized (this) {
                    begun++;
                }
                part.run();
            }
            return result(false);
        } catch (IOException e) {
            waitIfInterrupted();
            throw e;
        } finally {
            remove(hook);
        }
    }

    private synchronized R result(boolean partial) {
        return summing.apply(this, partial);
    }

    /// @param some parts, beginning with the first
    private <T> List<T> begun(List<? extends BenchPart<T>> some) {
        return some.stream().limit(begun).<T>map(BenchPart::result).toList();
    }

    private static Settings settings(BenchOptions options) {
        return new Settings(
                options.idle().isEmpty() ? options.connections() : options.idle(),
                options.idle().isEmpty() ? options.payloads() : List.of(Workload.USUAL),
                options.rates(),
                options.length().cycles(),
                options.length().slice().toMillis(),
                Target.JVM_FLAGS,
                JvmChoice.collector(Pinning.choose(), Target.JVM_FLAGS));
    }

    private void interrupt(Consumer<R> ifInterrupted) {
        interrupted.countDown();
        progress.close();
        ifInterrupted.accept(result(true));
    }

    /// When a signal is ending this JVM, whatever broke is no news: stay here until the JVM is gone.
    private void waitIfInterrupted() {
        try {
            if (interrupted.await(HOOK_DELAY.toMillis(), TimeUnit.MILLISECONDS)) {
                Thread.currentThread().join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // the JVM is ending: the hook has its say
        }
    }
}
