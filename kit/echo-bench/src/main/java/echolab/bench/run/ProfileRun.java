package echolab.bench.run;

import echolab.bench.load.LoadProcess;
import echolab.bench.machine.ConnectionLimits;
import echolab.bench.machine.Pinning;
import echolab.bench.machine.WithheldTime;
import echolab.bench.result.Profile;
import echolab.bench.result.Role;
import echolab.process.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Where the CPU of one server goes: it is warmed, gets new connections, and is recorded under a closed loop.
public final class ProfileRun {

    private static final int PAYLOAD = 106;
    private static final Duration SLICE = Duration.ofSeconds(1);

    private ProfileRun() {}

    /// @param warmUp how long it is warmed at most
    /// @param say is told what takes long
    /// @throws IOException when it is no JVM, or drops out
    /// @throws IllegalArgumentException when the machine can't do what is asked for, as a sentence
    public static Profile of(
            Target target, int connections, Duration length, Duration warmUp, Consumer<String> say)
            throws IOException {
        ConnectionLimits.here().check(connections);
        var pinning = Pinning.choose();
        var load = new Workload(connections, PAYLOAD, OptionalInt.empty(), false);
        var command = target.command().under(pinning.serverPrefix());
        var server = ServerProcess.start(command);
        try (var generator = LoadProcess.start(pinning.loadPrefix())) {
            var withheld = new WithheldTime(pinning);
            var contender = new Contender(0, target, Role.CONTESTANT, server, generator, withheld);
            say.accept("warming " + target.name());
            contender.connect(load);
            contender.warmUp(new BenchOptions.WarmUp(SLICE, (int) warmUp.toSeconds()), load);
            contender.disconnect();
            contender.connect(load);
            say.accept("recording " + target.name());
            return record(contender, server, load, length);
        } finally {
            server.kill();
        }
    }

    private static Profile record(
            Contender contender, ServerProcess server, Workload load, Duration length)
            throws IOException {
        FlightRecording.start(server.pid());
        var kernel = server.figures().kernelNanos();
        var cpu = 0L;
        var echoes = 0L;
        for (var second = 0L; second < length.toSeconds(); second++) {
            var visit = contender.visit(SLICE, load);
            contender.requireRunning();
            var slice = visit.orElseThrow().slice(0, 0);
            cpu += slice.serverCpuNanos().orElse(0);
            echoes += slice.echoes();
        }
        var inKernel = Contender.difference(kernel, server.figures().kernelNanos());
        var recording = FlightRecording.stop(server.pid());
        return new Profile(
                contender.name(),
                load.connections(),
                recording.stacks,
                recording.sampled(),
                Duration.ofNanos(cpu),
                share(inKernel, cpu),
                echoes,
                recording.allocatedBytes,
                recording.pauses,
                recording.paused);
    }

    private static OptionalDouble share(OptionalLong nanos, long of) {
        return nanos.isPresent() && of > 0
                ? OptionalDouble.of(Math.min(1, (double) nanos.getAsLong() / of))
                : OptionalDouble.empty();
    }
}
