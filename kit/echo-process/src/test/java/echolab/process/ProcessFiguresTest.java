package echolab.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Measures this very process, whose changes the test makes itself.
@DisplayName("The figures of a process")
@EnabledOnOs(OS.LINUX)
final class ProcessFiguresTest {

    private final ProcessFigures ours = new ProcessFigures(ProcessHandle.current());

    /// Until nothing else is opened or closed meanwhile: a test before may have left something, and the first socket of a JVM
    /// opens files of its own.
    @Test
    void count_a_descriptor_that_is_opened_until_it_is_closed() throws IOException {
        var seen = new ArrayList<List<Long>>();
        for (var i = 0; i < 20 && !seen.contains(List.of(1L, 0L)); i++) {
            var before = ours.descriptors().orElseThrow();
            var with = 0L;
            try (var _ = new ServerSocket(0)) {
                with = ours.descriptors().orElseThrow();
            }
            seen.add(List.of(with - before, ours.descriptors().orElseThrow() - before));
        }

        assertThat(seen)
                .as("more descriptors with one open, and afterwards")
                .contains(List.of(1L, 0L));
    }

    /// In steps of 10 ms, each rounded down. Reading a device is done by the kernel.
    @Test
    void tell_how_much_of_the_CPU_time_was_in_the_kernel() throws IOException {
        var before = ours.kernelNanos().orElseThrow();
        var bytes = new byte[1 << 20];
        try (var zero = Files.newInputStream(Path.of("/dev/zero"))) {
            while (ours.kernelNanos().orElseThrow() - before < 50_000_000) {
                assertThat(zero.read(bytes)).isPositive();
            }
        }
        assertThat(ours.kernelNanos().orElseThrow())
                .isLessThanOrEqualTo(ours.cpuNanos().orElseThrow());
    }

    @Test
    void count_the_threads_of_the_operating_system() throws InterruptedException {
        var before = ours.threads().orElseThrow();
        var end = new CountDownLatch(1);
        var threads = new Thread[300];
        for (var i = 0; i < threads.length; i++) {
            threads[i] = Thread.ofPlatform().start(() -> awaitQuietly(end));
        }
        try {
            // The JVM may start and end some of its own meanwhile: compilers, collectors.
            assertThat(ours.threads().orElseThrow()).isBetween(before + 200, before + 400);
        } finally {
            end.countDown();
            for (var thread : threads) {
                thread.join();
            }
        }
    }

    /// The sum over the living threads, which was taken before, would have lost all of it.
    @Test
    void count_the_CPU_time_of_a_thread_that_has_ended() throws Exception {
        var before = ours.cpuNanos().orElseThrow();
        var burnt = new FutureTask<>(ProcessFiguresTest::burn);
        var thread = Thread.ofPlatform().start(burnt);
        thread.join();
        var used = ours.cpuNanos().orElseThrow() - before;

        assertThat(used).isGreaterThanOrEqualTo(burnt.get());
        assertThat(CpuClock.nanos(ProcessHandle.current().pid())).isPresent();
    }

    /// @return the CPU time of this thread, which is more than nothing
    private static long burn() {
        var threads = ManagementFactory.getThreadMXBean();
        while (threads.getCurrentThreadCpuTime() < 200_000_000) {
            Thread.onSpinWait();
        }
        return threads.getCurrentThreadCpuTime();
    }

    @Test
    void count_how_long_threads_were_ready_and_had_no_CPU() {
        assertThat(ours.waitNanos().orElseThrow()).isPositive();
    }

    @Test
    void give_resident_memory_in_bytes() {
        assertThat(ours.residentBytes().orElseThrow()).isBetween(10L << 20, 64L << 30);
    }

    @Test
    void are_empty_for_a_process_that_is_gone() throws Exception {
        var gone = new ProcessBuilder("true").start();
        gone.waitFor();
        var figures = new ProcessFigures(gone.toHandle());

        assertThat(figures.cpuNanos()).isEmpty();
        assertThat(figures.waitNanos()).isEmpty();
        assertThat(figures.residentBytes()).isEmpty();
        assertThat(figures.threads()).isEmpty();
        assertThat(figures.descriptors()).isEmpty();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
