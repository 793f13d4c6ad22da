package echolab.bench.run;

import echolab.bench.load.LoadProcesses;
import echolab.bench.machine.ConnectionLimits;
import echolab.bench.machine.Pinning;
import echolab.bench.result.CallTree;
import echolab.bench.result.Profile;
import echolab.bench.result.Role;
import echolab.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Where the CPU of one server goes: it is warmed, gets new connections, and is recorded under a closed loop.
///
/// @param length how long it is recorded
/// @param warmUp how long it is warmed at most
/// @param asprof the program of async-profiler, to take the samples; where there is none, JFR does
public record ProfileRun(int connections, Duration length, Duration warmUp, Optional<Path> asprof) {

    private static final Duration SLICE = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofMinutes(1);

    /// @param say is told what takes long
    /// @throws IOException when it is no JVM, or drops out, or asprof fails
    /// @throws IllegalArgumentException when the machine can't do what is asked for, as a sentence
    public Profile of(Target target, Consumer<String> say) throws IOException {
        ConnectionLimits.here().check(connections);
        var load = Workload.closed(connections);
        var pinning = Pinning.choose().withLoads(connections);
        var server = target.start(pinning);
        try (var generator = new LoadProcesses(pinning.loadPrefixes())) {
            var contender = new Contender(0, target, Role.CONTESTANT, server, generator, pinning);
            say.accept("warming " + target.name());
            contender.connect(load);
            contender.warmUp(new BenchOptions.WarmUp(SLICE, (int) warmUp.toSeconds()), load);
            contender.disconnect();
            contender.connect(load);
            say.accept("recording " + target.name());
            return record(contender, server, load);
        } finally {
            server.kill();
        }
    }

    /// JFR begins first and ends last, so that what that costs is in no sample of async-profiler.
    private Profile record(Contender contender, ServerProcess server, Workload load)
            throws IOException {
        var profiler = asprof.map(program -> new AsyncProfiler(program, server.pid(), LIMIT));
        FlightRecording.start(server.pid(), profiler.isEmpty());
        if (profiler.isPresent()) profiler.get().start();
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
        var seen = profiler.isPresent() ? profiler.get().stop() : new CallTree();
        var recording = FlightRecording.stop(server.pid());
        var stacks = profiler.isPresent() ? seen : recording.stacks;
        return new Profile(
                contender.name(),
                load.connections(),
                profiler.isPresent() ? AsyncProfiler.SEES : FlightRecording.SEES,
                stacks,
                FlightRecording.PERIOD.multipliedBy(stacks.samples()),
                Duration.ofNanos(cpu),
                inKernel,
                echoes,
                recording.allocatedBytes,
                recording.pauses,
                recording.paused);
    }
}
