package echolab.bench;

import echolab.bench.result.BenchResult;
import echolab.bench.result.Machine;
import echolab.bench.result.Revision;
import echolab.bench.result.Settings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The benchmark: one [BenchRun] for each load, or one [IdleRun] for each number of idle connections, and a result that can be had at any time.
public final class Bench {

    /// Ctrl-C reaches servers and load processes at the same moment as us, so they may end before our hook runs.
    private static final Duration HOOK_DELAY = Duration.ofMillis(500);

    private final BenchOptions options;
    private final List<Target> targets;
    private final List<String> commandLine;
    private final Progress progress;
    private final String date = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    private final Machine machine = Machine.here();
    private final Optional<Revision> revision = Revision.here();
    private final Optional<String> collector = JvmChoice.collector(Pinning.choose());
    private final CountDownLatch interrupted = new CountDownLatch(1);

    private final List<Part> parts;
    private int begun;

    /// @param commandLine what was typed, for the result; may be empty
    /// @throws IllegalArgumentException when the machine can't do what is asked for, as a sentence
    public Bench(
            BenchOptions options,
            List<Target> targets,
            List<String> commandLine,
            Progress progress) {
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("there is no server to measure: name at least one");
        }
        options.connections().forEach(Limits.here()::check);
        options.idle().forEach(Limits.here()::check);
        this.options = options;
        this.targets = List.copyOf(targets);
        this.commandLine = List.copyOf(commandLine);
        this.progress = progress;
        this.parts = options.idle().isEmpty() ? runs() : idleRuns();
    }

    private List<Part> runs() {
        return options.workloads().stream()
                .<Part>map(workload -> new BenchRun(options, workload, targets, progress))
                .toList();
    }

    private List<Part> idleRuns() {
        return options.idle().stream()
                .<Part>map(count -> new IdleRun(count, options.cycles(), targets, progress))
                .toList();
    }

    /// Runs it all.
    ///
    /// @param ifInterrupted is given what was measured so far when a signal ends this JVM before the end; every process
    ///     that was started ends with it
    /// @throws IOException when the load generator does not work
    public BenchResult run(Consumer<BenchResult> ifInterrupted) throws IOException {
        var hook = new Thread(() -> interrupt(ifInterrupted), "show what was measured so far");
        Runtime.getRuntime().addShutdownHook(hook);
        try (progress) {
            progress.begin(parts.stream().mapToLong(Part::millis).sum());
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

    private synchronized BenchResult result(boolean partial) {
        return new BenchResult(
                BenchResult.VERSION,
                options.kind(),
                date,
                commandLine,
                machine,
                revision,
                settings(),
                partial,
                begun(BenchRun.class).map(BenchRun::result).toList(),
                begun(IdleRun.class).map(IdleRun::result).toList());
    }

    private <T extends Part> Stream<T> begun(Class<T> type) {
        return parts.stream().limit(begun).filter(type::isInstance).map(type::cast);
    }

    private Settings settings() {
        return new Settings(
                options.idle().isEmpty() ? options.connections() : options.idle(),
                options.idle().isEmpty() ? options.payloads() : List.of(IdleRun.PAYLOAD),
                options.rates(),
                options.cycles(),
                options.slice().toMillis(),
                Target.JVM_FLAGS,
                collector);
    }

    private void interrupt(Consumer<BenchResult> ifInterrupted) {
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
