package echolab.bench.run;

import echolab.bench.machine.Machine;
import echolab.bench.machine.Pinning;
import echolab.bench.result.BenchResult;
import echolab.bench.result.Faults;
import echolab.bench.result.Kind;
import echolab.bench.result.Role;
import echolab.bench.result.RunResult;
import echolab.bench.result.Schedule;
import echolab.bench.result.Settings;
import echolab.bench.result.Slice;
import echolab.process.ServerCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/// Results whose figures can be worked out by hand.
final class MadeUp {

    private static final Pinning PINNED =
            new Pinning(List.of(0), List.of(OptionalInt.of(1)), Optional.empty());

    private MadeUp() {}

    static RunResult run(Measured... all) {
        return run(new Workload(10, 106, OptionalInt.empty(), false), all);
    }

    static RunResult run(Workload workload, Measured... all) {
        return new Analysis(List.of(all))
                .result(workload, BenchOptions.quick(), 3, 3, PINNED, 1, 1);
    }

    /// The same slices, as if they had been those of an open loop at this rate that sent all that was echoed.
    static RunResult open(int rate, Measured... all) {
        var scheduled = Stream.of(all).map(MadeUp::scheduled).toArray(Measured[]::new);
        return run(new Workload(10, 106, OptionalInt.of(rate), false), scheduled);
    }

    static BenchResult result(RunResult... runs) {
        var settings =
                new Settings(
                        List.of(10), List.of(106), List.of(), 3, 100, List.of(), Optional.empty());
        return new BenchResult(
                BenchResult.VERSION,
                Kind.LOAD,
                "2026-01-01T00:00:00Z",
                List.of("./lab", "bench"),
                Machine.here(),
                Optional.empty(),
                settings,
                false,
                List.of(runs),
                List.of());
    }

    /// A server at 100,000 echoes a second, whose echoes cost this many microseconds of CPU, cycle by cycle.
    static Measured measured(String name, Role role, double... micros) {
        var slices = new ArrayList<Slice>();
        for (var cycle = 1; cycle <= micros.length; cycle++) {
            var cpu = Math.round(micros[cycle - 1] * 1000 * 1000);
            slices.add(
                    new Slice(
                            cycle,
                            1,
                            1000,
                            Faults.NONE,
                            10_000_000,
                            OptionalLong.of(cpu),
                            OptionalLong.of(4_000_000),
                            Optional.empty(),
                            Optional.empty(),
                            OptionalLong.empty(),
                            Optional.empty()));
        }
        var command = new ServerCommand(name, List.of("none"), new ServerCommand.Ready.Prints());
        return new Measured(
                new Target(name, name, command),
                role,
                Optional.empty(),
                Faults.NONE,
                Optional.empty(),
                List.of(),
                slices,
                new Histogram(3),
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    private static Measured scheduled(Measured measured) {
        return new Measured(
                measured.target(),
                measured.role(),
                measured.failure(),
                measured.faults(),
                measured.warmUp(),
                measured.cold(),
                measured.slices().stream().map(MadeUp::scheduled).toList(),
                measured.latency(),
                measured.residentBytes(),
                measured.threads());
    }

    private static Slice scheduled(Slice slice) {
        return new Slice(
                slice.cycle(),
                slice.position(),
                slice.echoes(),
                slice.faults(),
                slice.elapsedNanos(),
                slice.serverCpuNanos(),
                slice.loadCpuNanos(),
                Optional.of(new Schedule(slice.echoes(), 0, slice.elapsedNanos(), 1000)),
                slice.interference(),
                slice.p99Nanos(),
                slice.loadsCpuNanos());
    }
}
