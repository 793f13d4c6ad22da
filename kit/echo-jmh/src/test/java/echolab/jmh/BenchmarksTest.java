package echolab.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Does every benchmark still run, in a JVM of its own, with no flag but those it asks for itself? Its figures are of no
/// interest here, with one exception: bytes do not depend on how busy the machine is.
@EnabledOnOs(value = OS.LINUX, disabledReason = "step 05 calls Linux's epoll")
@Timeout(value = 3600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("stress")
class BenchmarksTest {

    private static final String GARBAGE = "gc.alloc.rate.norm";
    private static final int BATCH = 20;

    @Test
    void every_benchmark_runs() throws RunnerException {
        var results =
                run(
                        "all",
                        new OptionsBuilder()
                                .include("echolab")
                                .param("inCircle", "2")
                                .param("pending", "10")
                                .mode(Mode.SingleShotTime)
                                .warmupIterations(0)
                                .measurementIterations(1));
        assertThat(results)
                .allSatisfy(result -> assertThat(result.getPrimaryResult().getScore()).isPositive())
                .extracting(result -> result.getParams().getBenchmark())
                .containsExactlyInAnyOrder(
                        "echolab.epoll.loop.TimerSetAndCancelled.jdk",
                        "echolab.epoll.loop.TimerSetAndCancelled.loop",
                        "echolab.jmh.EchoRoundTrip.Tasks.thereAndBack",
                        "echolab.jmh.EchoRoundTrip.VirtualThreads.thereAndBack",
                        "echolab.jmh.RawContinuation.runUntilYield",
                        "echolab.jmh.SpawnAndAwait.Tasks.oneByOne",
                        "echolab.jmh.SpawnAndAwait.VirtualThreads.oneByOne",
                        "echolab.jmh.StepRoundTrip.thereAndBack",
                        "echolab.jmh.StepRoundTrip.thereAndBack",
                        "echolab.jmh.StepRoundTrip.thereAndBack",
                        "echolab.jmh.StepRoundTrip.thereAndBack",
                        "echolab.jmh.StepRoundTrip.thereAndBack",
                        "echolab.jmh.Switch.Tasks.yieldInACircle",
                        "echolab.jmh.Switch.VirtualThreads.yieldInACircle",
                        "echolab.jmh.NativeCall.absCritical",
                        "echolab.jmh.NativeCall.absPlain",
                        "echolab.jmh.NativeCall.getppidCritical",
                        "echolab.jmh.NativeCall.getppidErrno",
                        "echolab.jmh.NativeCall.getppidPlain");
    }

    /// The best of three iterations counts, because one in which the compiler replaces code leaves more; what an echo itself
    /// left would be in all. The 200,000 round trips of each share what its tasks leave.
    @Test
    void a_round_trip_on_the_loop_leaves_less_than_a_byte_of_garbage() throws RunnerException {
        var results =
                run(
                        "garbage",
                        new OptionsBuilder()
                                .include("EchoRoundTrip.Tasks")
                                .addProfiler(GCProfiler.class)
                                .mode(Mode.SingleShotTime)
                                .warmupIterations(1)
                                .warmupBatchSize(10)
                                .measurementIterations(3)
                                .measurementBatchSize(BATCH));
        var bytes =
                results.stream()
                        .flatMap(result -> result.getBenchmarkResults().stream())
                        .flatMap(fork -> fork.getIterationResults().stream())
                        // JMH takes a whole batch for one invocation
                        .map(iteration ->
                                iteration.getSecondaryResults().get(GARBAGE).getScore() / BATCH)
                        .toList();
        assertThat(bytes).as("bytes a round trip, by iteration").hasSize(3);
        assertThat(Collections.min(bytes)).as("the least of %s", bytes).isBetween(0.0, 1.0);
    }

    private static Collection<RunResult> run(String name, ChainedOptionsBuilder options)
            throws RunnerException {
        return new Runner(
                        options.forks(1)
                                .shouldFailOnError(true)
                                .output(Path.of("target", "jmh-" + name + ".txt").toString())
                                .build())
                .run();
    }
}
