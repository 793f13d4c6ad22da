package echolab.bench.run;

import echolab.bench.load.Answer;
import echolab.bench.load.LoadProcesses;
import echolab.bench.load.ServerUnusableException;
import echolab.bench.machine.Pinning;
import echolab.bench.machine.WithheldTime;
import echolab.bench.result.Faults;
import echolab.bench.result.Interference;
import echolab.bench.result.Role;
import echolab.bench.result.Slice;
import echolab.bench.result.WarmUp;
import echolab.process.Digits;
import echolab.process.ServerFailedException;
import echolab.process.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;

/// One server in a run: its process, the load that visits it, and what was seen of it.
///
/// The thread that runs the benchmark writes, and the one that handles Ctrl-C may read: hence `synchronized`.
final class Contender {

    private static final Duration RELEASE_LIMIT = Duration.ofSeconds(3);

    private final int number;
    private final Target target;
    private final Role role;
    private final ServerProcess server;
    private final LoadProcesses load;
    private final WithheldTime withheld;
    private final OptionalLong idleDescriptors;

    private final List<Slice> warmUp = new ArrayList<>();
    private final List<Slice> cold = new ArrayList<>();
    private final List<Slice> slices = new ArrayList<>();
    private final Histogram latency = new Histogram(3);
    private Faults faults = Faults.NONE;
    private Optional<ServerFailedException> failure = Optional.empty();
    private OptionalLong residentBytes = OptionalLong.empty();
    private OptionalLong threads = OptionalLong.empty();

    /// @param number what the load process knows it by
    Contender(
            int number,
            Target target,
            Role role,
            ServerProcess server,
            LoadProcesses load,
            Pinning pinning) {
        this.number = number;
        this.target = target;
        this.role = role;
        this.server = server;
        this.load = load;
        this.withheld = new WithheldTime(pinning);
        this.idleDescriptors = server.figures().descriptors();
    }

    Role role() {
        return role;
    }

    String name() {
        return target.name();
    }

    synchronized boolean isRunning() {
        return failure.isEmpty();
    }

    /// @throws ServerFailedException when it has dropped out
    synchronized void requireRunning() throws ServerFailedException {
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    void connect(Workload workload) throws IOException {
        try {
            var now = workload.brief() ? 0 : workload.connections();
            load.connect(number, server.address(), now, workload.payload());
        } catch (ServerUnusableException e) {
            fail(
                    Digits.in(
                            "it could not be given %,d connections: %s",
                            workload.connections(), e.getMessage()));
        }
    }

    /// Closes all connections, and waits until the server has noticed.
    void disconnect() throws IOException {
        load.disconnect(number);
        var limit = System.nanoTime() + RELEASE_LIMIT.toNanos();
        while (holdsConnections() && System.nanoTime() < limit) {
            pause(20);
        }
    }

    /// Keeps the server busy for a slice, and says at what cost; drops it when it died or stopped answering.
    Optional<Visit> visit(Duration duration, Workload workload) throws IOException {
        var before = Reading.of(server, withheld);
        var seen =
                workload.brief()
                        ? load.churn(number, duration, workload.connections())
                        : load.slice(number, duration, workload.rate());
        var after = Reading.of(server, withheld);
        synchronized (this) {
            faults = faults.plus(seen.figures().faults());
        }
        if (!server.isAlive() || seen.figures().open() == 0 || seen.figures().echoes() == 0) {
            fail("it stopped answering: " + seen.figures().faults().sentence());
            return Optional.empty();
        }
        return Optional.of(new Visit(seen, before, after));
    }

    /// What was used and waited for until now.
    private record Reading(OptionalLong cpu, OptionalLong waited, OptionalLong withheld) {

        static Reading of(ServerProcess server, WithheldTime withheld) {
            var figures = server.figures();
            return new Reading(figures.cpuNanos(), figures.waitNanos(), withheld.nanos());
        }
    }

    /// One visit, not yet part of the result.
    record Visit(Answer.Seen seen, Reading before, Reading after) {

        Slice slice(int cycle, int position) {
            return new Slice(
                    cycle,
                    position,
                    seen.figures().echoes(),
                    seen.figures().faults(),
                    seen.figures().elapsedNanos(),
                    difference(before.cpu(), after.cpu()),
                    seen.cpuNanos(),
                    seen.figures().schedule(),
                    Optional.of(
                            new Interference(
                                    difference(before.waited(), after.waited()),
                                    seen.waitNanos(),
                                    difference(before.withheld(), after.withheld()))),
                    OptionalLong.of(seen.figures().latency().getValueAtPercentile(99)),
                    Optional.of(seen.each()).filter(each -> !each.isEmpty()));
        }
    }

    /// Adds a visit to a server that has just begun.
    synchronized void keepCold(Slice slice) {
        cold.add(slice);
    }

    /// Adds a visit of the warm-up.
    synchronized void keepWarmUp(Slice slice) {
        warmUp.add(slice);
    }

    /// Keeps the server busy in a closed loop, slice by slice, until what an echo costs is level, or the time for it is up.
    ///
    /// @return the last slice; empty when there was none
    /// @throws ServerFailedException when it dropped out
    Optional<Slice> warmUp(BenchOptions.WarmUp length, Workload workload) throws IOException {
        var last = Optional.<Slice>empty();
        for (var round = 0; round < length.most() && !isWarm(); round++) {
            var visit = visit(length.slice(), workload.withoutRate());
            requireRunning();
            last = visit.map(seen -> seen.slice(0, 0));
            last.ifPresent(this::keepWarmUp);
        }
        return last;
    }

    /// Whether what an echo costs has stopped falling.
    synchronized boolean isWarm() {
        return WarmUp.of(warmUp).level();
    }

    /// Adds a visit to the result.
    synchronized void keep(Visit visit, int cycle, int position) {
        slices.add(visit.slice(cycle, position));
        latency.add(visit.seen().figures().latency());
        residentBytes = server.figures().residentBytes();
        threads = server.figures().threads();
    }

    /// Drops the server.
    private void fail(String what) {
        var why = server.failure(what);
        synchronized (this) {
            failure = Optional.of(why);
        }
    }

    synchronized Measured measured() {
        return new Measured(
                target,
                role,
                failure.map(Throwable::getMessage),
                faults,
                warmUp.isEmpty() ? Optional.empty() : Optional.of(WarmUp.of(warmUp)),
                List.copyOf(cold),
                List.copyOf(slices),
                latency.copy(),
                residentBytes,
                threads);
    }

    void close() {
        server.kill();
    }

    private boolean holdsConnections() {
        return difference(idleDescriptors, server.figures().descriptors()).orElse(0) > 16;
    }

    static void pause(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a server came to rest", e);
        }
    }

    static OptionalLong difference(OptionalLong before, OptionalLong after) {
        return before.isPresent() && after.isPresent() && after.getAsLong() >= before.getAsLong()
                ? OptionalLong.of(after.getAsLong() - before.getAsLong())
                : OptionalLong.empty();
    }
}
