package echolab.trace;

import echolab.bench.machine.CommandWords;
import echolab.bench.machine.Machine;
import echolab.bench.machine.Revision;
import echolab.bench.run.BenchOptions;
import echolab.bench.run.Target;
import echolab.process.ServerProcess;
import echolab.process.Strace;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Counts the system calls of an echo. Each server is started, warmed, then counted by `strace -c -f` over a known
/// number of echoes; connections are made before strace attaches, so that echoes are all it sees.
///
/// The connections of the warm-up are not those that are counted: a task that was started by cold code may stay slow, and a
/// new connection is what a server has most of.
///
/// @param connections to each server, 1 to 5,000
/// @param payload bytes of a message, 1 to 4,096: more might not fit the sockets' buffers, and all send before any reads
/// @param rounds that are counted, 1 to 10,000
public record Counter(int connections, int payload, int rounds) {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int WARM_UP_ECHOES = 20_000;

    public Counter {
        BenchOptions.requireRange("--connections", connections, 1, 5_000);
        BenchOptions.requireRange("--payload", payload, 1, 4_096);
        BenchOptions.requireRange("--rounds", rounds, 1, 10_000);
    }

    /// One after the other. A server that fails is told of in its place, and the others go on.
    ///
    /// @param doing is told which server comes next
    /// @throws Strace.UnavailableException when strace is not installed, or may not attach
    public SyscallsResult count(
            List<Target> targets, List<String> commandLine, Consumer<String> doing)
            throws IOException {
        var date = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        var counted = new ArrayList<Counted>();
        for (var target : targets) {
            doing.accept(target.name());
            counted.add(count(target));
        }
        return new SyscallsResult(
                SyscallsResult.VERSION,
                SyscallsResult.KIND,
                date,
                commandLine,
                Machine.here(),
                Revision.here(),
                connections,
                payload,
                rounds,
                List.copyOf(counted));
    }

    private Counted count(Target target) throws IOException {
        try (var server = ServerProcess.start(target.command())) {
            try (var clients = new Clients(server.address(), connections)) {
                clients.echo(Math.max(1, WARM_UP_ECHOES / connections), payload);
            }
            try (var clients = new Clients(server.address(), connections)) {
                clients.echo(2, payload);
                try (var strace = Strace.count(server.pid(), LIMIT)) {
                    var echoes = clients.echo(rounds, payload);
                    return counted(target, echoes, strace.counts(), Optional.empty());
                }
            }
        } catch (Strace.UnavailableException e) {
            throw e;
        } catch (IOException e) {
            return counted(target, 0, Map.of(), Optional.of(e.getMessage()));
        }
    }

    private static Counted counted(
            Target target, long echoes, Map<String, Long> calls, Optional<String> failure) {
        return new Counted(
                target.name(),
                target.title(),
                target.version(),
                CommandWords.anywhere(target.command().words()),
                echoes,
                calls,
                failure);
    }
}
