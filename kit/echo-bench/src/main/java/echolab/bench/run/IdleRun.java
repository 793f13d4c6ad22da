package echolab.bench.run;

import echolab.bench.machine.CommandWords;
import echolab.bench.machine.Pinning;
import echolab.bench.result.IdleResult;
import echolab.bench.result.IdleRound;
import echolab.bench.result.IdleTarget;
import echolab.bench.result.Memory;
import echolab.bench.result.Quartiles;
import echolab.process.Digits;
import echolab.process.JavaHeap;
import echolab.process.ServerProcess;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// What a server costs before it has anything to do, its start and connections that do nothing, one process at a time:
///
/// ```
/// start │ first echo │ a few connections, busy for a moment, closed │ memory │ all connections, one echo on each │ memory
/// ```
///
/// One process at a time, since memory that one server gives back or shares is another's gain; anew for each round, since a
/// process that has held 10,000 connections never gets small again. The few connections come first so that what a server
/// loads and compiles once is not counted as the price of the many.
final class IdleRun extends LoadedRounds<IdleRound, IdleResult> {

    private static final int FEW = 10;
    private static final Path ROOT =
            Path.of(System.getProperty("echolab.root", ".")).toAbsolutePath();
    private static final int FIRST_ECHO_LIMIT = 60_000;
    private static final Duration BUSY = Duration.ofMillis(300);
    private static final long MILLIS_A_ROUND = 2500;
    private static final long CONNECTIONS_A_MILLI = 5;

    private static final long SAME = 64 << 10;
    private static final int MOST_LOOKS = 20;
    private static final long BETWEEN_LOOKS_MILLIS = 100;

    private final int connections;

    IdleRun(int connections, int rounds, List<Target> targets, Progress progress) {
        super(Pinning.choose(), rounds, targets, progress);
        this.connections = connections;
    }

    @Override
    long aVisit() {
        return MILLIS_A_ROUND + connections / CONNECTIONS_A_MILLI;
    }

    @Override
    String doing(Target target) {
        return Digits.in("%s at %,d idle connections", target.name(), connections);
    }

    @Override
    IdleRound visit(Target target, ServerProcess server, int round, int position)
            throws IOException {
        var firstEcho = firstEcho(server);
        return loaded(
                target,
                server,
                contender -> {
                    contender.connect(Workload.closed(FEW));
                    if (contender.isRunning()) {
                        contender.visit(BUSY, Workload.closed(FEW));
                    }
                    contender.disconnect();
                    var empty = memory(server);
                    if (contender.isRunning()) {
                        contender.connect(Workload.closed(connections));
                    }
                    var full = memory(server);
                    contender.requireRunning();
                    return new IdleRound(round, position, Optional.of(firstEcho), empty, full);
                });
    }

    /// From the start of its program until a message has come back, in milliseconds.
    private static double firstEcho(ServerProcess server) throws IOException {
        try (var client = new Socket()) {
            client.connect(server.address());
            client.setSoTimeout(FIRST_ECHO_LIMIT);
            client.getOutputStream().write(new byte[Workload.USUAL]);
            var came = client.getInputStream().readNBytes(Workload.USUAL).length;
            if (came == Workload.USUAL) {
                return server.age().toNanos() / 1e6;
            }
            throw server.failure(
                    "it ended the first connection after %s of %s bytes"
                            .formatted(came, Workload.USUAL));
        } catch (SocketException | SocketTimeoutException e) {
            throw server.failure("its first message did not come back: " + e.getMessage());
        }
    }

    /// Collects the garbage of a JVM, then waits until the memory in RAM stays the same.
    private static Memory memory(ServerProcess server) throws IOException {
        var heap = JavaHeap.liveBytes(server.pid());
        return new Memory(atRest(server), heap, server.figures().threads());
    }

    /// A server that has accepted its connections may still be giving memory back, or a compiler of its JVM be at work.
    private static OptionalLong atRest(ServerProcess server) throws IOException {
        var last = server.figures().residentBytesExactly();
        for (var look = 0; look < MOST_LOOKS && last.isPresent(); look++) {
            Contender.pause(BETWEEN_LOOKS_MILLIS);
            var now = server.figures().residentBytesExactly();
            if (now.isPresent() && Math.abs(now.getAsLong() - last.getAsLong()) < SAME) {
                return now;
            }
            last = now;
        }
        return last;
    }

    @Override
    public IdleResult result() {
        return new IdleResult(connections, rounds, roundsDone(), targets(this::target));
    }

    private IdleTarget target(Visited<IdleRound> seen) {
        return new IdleTarget(
                seen.target().name(),
                seen.target().title(),
                seen.target().version(),
                CommandWords.anywhere(seen.target().command().words()),
                seen.failure(),
                seen.rounds(),
                OptionalLong.of(seen.target().ownBytes(ROOT)),
                perConnection(seen.rounds(), Memory::residentBytes),
                perConnection(seen.rounds(), Memory::heapBytes));
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
