package echolab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import echolab.bench.load.Faults;
import echolab.bench.result.Bottleneck;
import echolab.bench.result.Role;
import echolab.bench.result.RunResult;
import echolab.bench.result.Slice;
import echolab.bench.result.Summary;
import echolab.process.ServerCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/// Figures made up so that the answer can be worked out by hand.
class AnalysisTest {

    private static final Pinning PINNED =
            new Pinning(OptionalInt.of(0), OptionalInt.of(1), Optional.empty());

    private static final Workload LOAD = new Workload(10, 106, OptionalInt.empty());

    @Test
    void aRatioIsToTheReferenceOfTheSameCycleSoThatDriftDoesNotShow() {
        var run =
                analyse(
                        measured("step01", Role.REFERENCE, 10, 20, 40),
                        measured("step02", Role.CONTESTANT, 5, 10, 20));

        assertThat(summary(run, 1).ratio().orElseThrow().median()).isEqualTo(0.5);
        assertThat(summary(run, 1).ratio().orElseThrow().q3()).isEqualTo(0.5);
    }

    @Test
    void theNoiseIsWhatTheTwoCopiesDifferByInHalfOfTheCycles() {
        var run =
                analyse(
                        measured("step01", Role.REFERENCE, 10, 10, 10),
                        measured("step01 again", Role.CONTROL, 10.1, 9.6, 11),
                        measured("near", Role.CONTESTANT, 10.3, 10.3, 10.3),
                        measured("far", Role.CONTESTANT, 10.5, 10.5, 10.5));

        assertThat(run.noise().orElseThrow()).isEqualTo(0.04, within(1e-9));
        assertThat(summary(run, 2).withinNoise()).isTrue();
        assertThat(summary(run, 3).withinNoise()).isFalse();
    }

    @Test
    void aServerThatUsesAllOfItsCpuIsTheBottleneck() {
        var run = analyse(measured("step01", Role.REFERENCE, 9.6, 9.6, 9.6));
        var idle = analyse(measured("step01", Role.REFERENCE, 5, 5, 5));

        assertThat(summary(run, 0).bottleneck()).isEqualTo(Bottleneck.SERVER);
        assertThat(summary(idle, 0).bottleneck()).isEqualTo(Bottleneck.NEITHER);
    }

    @Test
    void withoutTheReferenceItsSecondCopyTakesItsPlaceAndTheNoiseIsNotKnown() {
        var run =
                analyse(
                        measured("step01", Role.REFERENCE),
                        measured("step01 again", Role.CONTROL, 10, 10),
                        measured("step02", Role.CONTESTANT, 5, 5));

        assertThat(run.reference()).contains("step01 again");
        assertThat(run.noise()).isEmpty();
        assertThat(summary(run, 2).ratio().orElseThrow().median()).isEqualTo(0.5);
    }

    private static RunResult analyse(Measured... all) {
        return new Analysis(List.of(all)).result(LOAD, BenchOptions.quick(), 3, 3, true, PINNED, 1);
    }

    private static Summary summary(RunResult run, int index) {
        return run.targets().get(index).summary().orElseThrow();
    }

    /// A server at 100,000 echoes a second, whose echoes cost this many microseconds of CPU, cycle by cycle.
    private static Measured measured(String name, Role role, double... micros) {
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
                            Optional.empty()));
        }
        var command = new ServerCommand(name, List.of("none"), new ServerCommand.Ready.Prints());
        return new Measured(
                new Target(name, name, command),
                role,
                Optional.empty(),
                Faults.NONE,
                slices,
                new Histogram(3),
                OptionalLong.empty(),
                OptionalLong.empty());
    }
}
