package echolab.bench;

import echolab.bench.load.LoadProcess;
import echolab.bench.result.IdleResult;
import echolab.bench.result.IdleRound;
import echolab.bench.result.IdleTarget;
import echolab.bench.result.Memory;
import echolab.bench.result.Quartiles;
import echolab.bench.result.Role;
import echolab.bench.result.Words;
import echolab.process.Digits;
import echolab.process.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Function;

/// What does a connection cost that does nothing? In rounds, each with another order of the servers, one process at a time:
///
/// ```
/// start │ a few connections, busy for a moment, closed │ memory │ all connections, one echo on each │ memory │ end
/// ```
///
/// One process at a time, since memory that one server gives back or shares is another's gain; anew for each round, since a
/// process that has held 10,000 connections never gets small again. The few connections come first so that what a server
/// loads and compiles once is not counted as the price of the many.
final class IdleRun implements Part {

    private static final int FEW = 10;
    static final int PAYLOAD = 106;
    private static final Duration BUSY = Duration.ofMillis(300);
    private static final long MILLIS_A_ROUND = 2500;
    private static final long CONNECTIONS_A_MILLI = 5;

    private final int connections;
    private final int rounds;
    private final Progress progress;
    private final Pinning pinning = Pinning.choose();
    private final Map<Target, List<IdleRound>> seen = new LinkedHashMap<>();
    private final Map<Target, String> failures = new LinkedHashMap<>();
    private int roundsDone;

    IdleRun(int connections, int rounds, List<Target> targets, Progress progress) {
        this.connections = connections;
        this.rounds = rounds;
        this.progress = progress;
        targets.forEach(target -> seen.put(target, new ArrayList<>()));
    }

    @Override
    public long millis() {
        return rounds * seen.size() * aVisit();
    }

    private long aVisit() {
        return MILLIS_A_ROUND + connections / CONNECTIONS_A_MILLI;
    }

    @Override
    public void run() throws IOException {
        try (var load = LoadProcess.start(pinning.loadPrefix())) {
            for (var round = 1; round <= rounds; round++) {
                var order = new ArrayList<>(seen.keySet());
                Collections.shuffle(order, new Random(round));
                for (var target : order) {
                    progress.doing(
                            Digits.in(
                                    "%s at %,d idle connections, round %d of %d",
                                    target.name(), connections, round, rounds));
                    visit(target, load, round, order.indexOf(target) + 1);
                    progress.advance(aVisit());
                }
                done(round);
            }
        }
    }

    private void visit(Target target, LoadProcess load, int round, int position)
            throws IOException {
        if (hasFailed(target)) {
            return;
        }
        ServerProcess server;
        try {
            server = ServerProcess.start(target.command().under(pinning.serverPrefix()));
        } catch (IOException e) {
            note(target, e.getMessage());
            return;
        }
        var contender = new Contender(0, target, Role.CONTESTANT, server, load);
        try {
            contender.connect(new Workload(FEW, PAYLOAD, OptionalInt.empty()));
            if (contender.isRunning()) {
                contender.visit(BUSY, OptionalInt.empty());
            }
            contender.disconnect();
            var empty = MemoryReading.of(server);
            if (contender.isRunning()) {
                contender.connect(new Workload(connections, PAYLOAD, OptionalInt.empty()));
            }
            var full = MemoryReading.of(server);
            contender
                    .measured()
                    .failure()
                    .ifPresentOrElse(
                            why -> note(target, why),
                            () -> keep(target, new IdleRound(round, position, empty, full)));
        } finally {
            load.disconnect(0);
            contender.close();
        }
    }

    private synchronized boolean hasFailed(Target target) {
        return failures.containsKey(target);
    }

    private synchronized void note(Target target, String why) {
        failures.put(target, why);
    }

    private synchronized void keep(Target target, IdleRound round) {
        seen.get(target).add(round);
    }

    private synchronized void done(int round) {
        roundsDone = round;
    }

    synchronized IdleResult result() {
        return new IdleResult(
                connections,
                rounds,
                roundsDone,
                seen.entrySet().stream().map(e -> target(e.getKey(), e.getValue())).toList());
    }

    private IdleTarget target(Target target, List<IdleRound> of) {
        return new IdleTarget(
                target.name(),
                target.title(),
                target.version(),
                Words.anywhere(target.command().words()),
                Optional.ofNullable(failures.get(target)),
                List.copyOf(of),
                perConnection(of, Memory::residentBytes),
                perConnection(of, Memory::heapBytes));
    }

    private Optional<Quartiles> perConnection(
            List<IdleRound> of, Function<Memory, OptionalLong> bytes) {
        return Quartiles.of(
                of.stream()
                        .filter(round -> bytes.apply(round.empty()).isPresent())
                        .filter(round -> bytes.apply(round.full()).isPresent())
                        .mapToDouble(round ->
                                (bytes.apply(round.full()).getAsLong()
                                                - bytes.apply(round.empty()).getAsLong())
                                        / (double) connections)
                        .toArray());
    }
}
