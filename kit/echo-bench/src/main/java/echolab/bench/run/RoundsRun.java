package echolab.bench.run;

import echolab.bench.machine.Pinning;
import echolab.process.ServerFailedException;
import echolab.process.ServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/// Servers one process at a time, in rounds, each with another order of them. A server that fails is told of in its place, and
/// the others go on.
///
/// The thread that runs it writes, and the one that handles Ctrl-C may read: hence `synchronized`.
///
/// @param <R> what a round saw of a server
/// @param <T> what all rounds come to
abstract class RoundsRun<R, T> implements BenchPart<T> {

    /// What was seen of a server in all rounds.
    record Visited<R>(Target target, Optional<String> failure, List<R> rounds) {}

    final int rounds;
    final Pinning pinning;

    private final Progress progress;
    private final Map<Target, List<R>> seen = new LinkedHashMap<>();
    private final Map<Target, String> failures = new LinkedHashMap<>();
    final int seed = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
    private final Random orders = new Random(seed);
    private int roundsDone;

    RoundsRun(Pinning pinning, int rounds, List<Target> targets, Progress progress) {
        this.pinning = pinning;
        this.rounds = rounds;
        this.progress = progress;
        targets.forEach(target -> seen.put(target, new ArrayList<>()));
    }

    /// About how long it takes, in milliseconds.
    abstract long aVisit();

    /// What is done to a server, for who waits: `ab and step01`.
    abstract String doing(Target target);

    /// Looks at a server that has been started, and is ended afterwards.
    ///
    /// @param position in the order of the round, 1 for the first
    /// @throws ServerFailedException when the server is to blame
    abstract R visit(Target target, ServerProcess server, int round, int position)
            throws IOException;

    @Override
    public long millis() {
        return rounds * seen.size() * aVisit();
    }

    @Override
    public void run() throws IOException {
        for (var round = 1; round <= rounds; round++) {
            var order = new ArrayList<>(seen.keySet());
            Collections.shuffle(order, orders);
            for (var target : order) {
                var number = rounds == 1 ? "" : ", round %s of %s".formatted(round, rounds);
                progress.doing(doing(target) + number);
                if (!failures.containsKey(target)) {
                    visit(target, round, order.indexOf(target) + 1);
                }
                progress.advance(aVisit());
            }
            done(round);
        }
    }

    private void visit(Target target, int round, int position) throws IOException {
        ServerProcess server;
        try {
            server = target.start(pinning);
        } catch (IOException e) {
            note(target, e);
            return;
        }
        try {
            keep(target, visit(target, server, round, position));
        } catch (ServerFailedException e) {
            note(target, e);
        } finally {
            server.kill();
        }
    }

    private synchronized void note(Target target, IOException why) {
        failures.put(target, why.getMessage());
    }

    private synchronized void keep(Target target, R round) {
        seen.get(target).add(round);
    }

    private synchronized void done(int round) {
        roundsDone = round;
    }

    synchronized int roundsDone() {
        return roundsDone;
    }

    synchronized <S> List<S> targets(Function<Visited<R>, S> of) {
        return seen.entrySet().stream()
                .map(entry -> {
                    var failure = Optional.ofNullable(failures.get(entry.getKey()));
                    return new Visited<>(entry.getKey(), failure, List.copyOf(entry.getValue()));
                })
                .map(of)
                .toList();
    }
}
