package echolab.bench.ab;

import echolab.bench.Pinning;
import echolab.bench.Progress;
import echolab.bench.Target;
import echolab.bench.result.Machine;
import echolab.bench.result.Revision;
import echolab.bench.result.Words;
import echolab.process.ChildProgram;
import echolab.process.ServerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Consumer;

/// How are servers compared by ApacheBench? As the original table was made, one process at a time, but in rounds, each with
/// another order of the servers:
///
/// ```
/// round 1: B C A │ round 2: A C B │ …      each: start │ ab, to warm it, three times │ ab, which counts │ end
/// ```
///
/// The first runs of `ab` make a JVM compile what it runs; the last connects anew. What the original lacks is read beside it: the
/// CPU time of the server and of ab, which tell who of the two could do no more.
public final class AbBench {

    private static final long MILLIS_TO_START = 1_500;
    private static final long REQUESTS_A_MILLI = 70;

    private final AbOptions options;
    private final List<String> commandLine;
    private final Progress progress;
    private final Pinning pinning = Pinning.choose();
    private final String date = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    private final Machine machine = Machine.here();
    private final Optional<Revision> revision = Revision.here();
    private final String version;

    private final Map<Target, List<AbRound>> seen = new LinkedHashMap<>();
    private final Map<Target, String> failures = new LinkedHashMap<>();
    private Optional<AbProcess> current = Optional.empty();

    /// @param commandLine what was typed, for the result; may be empty
    /// @throws IOException when ab is not installed; names the package
    public AbBench(
            AbOptions options, List<Target> targets, List<String> commandLine, Progress progress)
            throws IOException {
        AbProcess.requireInstalled();
        this.options = options;
        this.commandLine = List.copyOf(commandLine);
        this.progress = progress;
        this.version = version();
        targets.forEach(target -> seen.put(target, new ArrayList<>()));
    }

    /// Runs it all. A server that fails is told of in its place, and the others go on.
    ///
    /// @param ifInterrupted is given what was measured so far when a signal ends this JVM before the end
    public AbResult run(Consumer<AbResult> ifInterrupted) {
        var hook = new Thread(() -> interrupt(ifInterrupted), "show what was measured so far");
        Runtime.getRuntime().addShutdownHook(hook);
        try (progress) {
            progress.begin(options.rounds() * seen.size() * aVisit());
            for (var round = 1; round <= options.rounds(); round++) {
                round(round);
            }
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // the JVM is ending: the hook has its say
        }
        return result(false);
    }

    private long aVisit() {
        return MILLIS_TO_START + (options.warmUp() + options.aRound()) / REQUESTS_A_MILLI;
    }

    private void round(int round) {
        var order = new ArrayList<>(seen.keySet());
        Collections.shuffle(order, new Random(round));
        for (var target : order) {
            progress.doing(
                    "ab and %s, round %s of %s".formatted(target.name(), round, options.rounds()));
            if (!hasFailed(target)) {
                visit(target, round, order.indexOf(target) + 1);
            }
            progress.advance(aVisit());
        }
    }

    private void visit(Target target, int round, int position) {
        try (var server = ServerProcess.start(target.command().under(pinning.serverPrefix()))) {
            try {
                for (var run = 1; run <= options.warmUpRuns(); run++) {
                    ab(server, options.warmUpRun());
                }
                var before = server.figures().cpuNanosWithEnded();
                var ab = ab(server, options.aRound());
                var after = server.figures().cpuNanosWithEnded();
                keep(
                        target,
                        new AbRound(
                                round,
                                position,
                                ab.output(),
                                difference(before, after),
                                ab.cpuNanos(),
                                ab.wallNanos()));
            } catch (IOException e) {
                note(target, server.failure(e.getMessage()).getMessage());
            }
        } catch (IOException e) {
            note(target, e.getMessage());
        }
    }

    private AbProcess.Seen ab(ServerProcess server, int requests) throws IOException {
        try (var ab =
                AbProcess.start(
                        pinning.loadPrefix(), server.address(), requests, options.concurrency())) {
            synchronized (this) {
                current = Optional.of(ab);
            }
            return ab.await();
        }
    }

    private static OptionalLong difference(OptionalLong before, OptionalLong after) {
        return before.isPresent() && after.isPresent()
                ? OptionalLong.of(after.getAsLong() - before.getAsLong())
                : OptionalLong.empty();
    }

    private synchronized boolean hasFailed(Target target) {
        return failures.containsKey(target);
    }

    private synchronized void note(Target target, String why) {
        failures.put(target, why);
    }

    private synchronized void keep(Target target, AbRound round) {
        seen.get(target).add(round);
    }

    private void interrupt(Consumer<AbResult> ifInterrupted) {
        progress.close();
        var soFar = result(true);
        synchronized (this) {
            current.ifPresent(AbProcess::close);
        }
        ifInterrupted.accept(soFar);
    }

    private synchronized AbResult result(boolean partial) {
        return new AbResult(
                AbResult.VERSION,
                AbResult.KIND,
                date,
                commandLine,
                machine,
                revision,
                version,
                options.requests(),
                options.concurrency(),
                options.rounds(),
                options.warmUp(),
                Target.JVM_FLAGS,
                pinning.serverCpu(),
                pinning.loadCpu(),
                pinning.whyNot(),
                partial,
                seen.entrySet().stream().map(e -> target(e.getKey(), e.getValue())).toList());
    }

    private AbTarget target(Target target, List<AbRound> rounds) {
        return new AbTarget(
                target.name(),
                target.title(),
                target.version(),
                Words.anywhere(target.command().words()),
                Optional.ofNullable(failures.get(target)),
                List.copyOf(rounds),
                AbSummary.of(rounds, pinning.serverCpu().isPresent()));
    }

    /// The first line, for example `This is ApacheBench, Version 2.3 <$Revision$>`, without what is not its version.
    private static String version() throws IOException {
        var process = ChildProgram.of("ab", "-V").redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said.lines()
                .findFirst()
                .orElse("ab")
                .replaceAll("This is |,? Version|<.*>", "")
                .strip();
    }
}
