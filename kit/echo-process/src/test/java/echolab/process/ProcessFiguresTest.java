package echolab.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Measures this very process, whose changes the test makes itself.
@DisplayName("The figures of a process")
@EnabledOnOs(OS.LINUX)
final class ProcessFiguresTest {

    private final ProcessFigures ours = ProcessFigures.of(ProcessHandle.current());

    @Test
    void count_a_descriptor_that_is_opened_until_it_is_closed() throws IOException {
        try (var _ = new ServerSocket(0)) {
            // The first socket of a JVM opens files of its own; the second is one descriptor.
            var before = ours.descriptors().orElseThrow();
            try (var _ = new ServerSocket(0)) {
                assertThat(ours.descriptors()).hasValue(before + 1);
            }
            assertThat(ours.descriptors()).hasValue(before);
        }
    }

    @Test
    void count_the_threads_of_the_operating_system() throws InterruptedException {
        var before = ours.threads().orElseThrow();
        var end = new CountDownLatch(1);
        var threads = new Thread[50];
        for (var i = 0; i < threads.length; i++) {
            threads[i] = Thread.ofPlatform().start(() -> awaitQuietly(end));
        }
        try {
            // The JVM may end a few compiler threads of its own meanwhile.
            assertThat(ours.threads().orElseThrow()).isBetween(before + 40, before + 60);
        } finally {
            end.countDown();
            for (var thread : threads) {
                thread.join();
            }
        }
    }

    @Test
    void count_CPU_time_in_nanoseconds_while_it_works() {
        var start = System.nanoTime();
        var before = ours.cpuNanos().orElseThrow();
        var limit = start + Duration.ofSeconds(20).toNanos();
        while (ours.cpuNanos().orElseThrow() < before + 20_000_000) {
            if (System.nanoTime() > limit) {
                fail("20 s of reading /proc took less than 20 ms of CPU time by its own figure");
            }
        }
        var cores = Runtime.getRuntime().availableProcessors();
        assertThat(ours.cpuNanos().orElseThrow() - before)
                .as("CPU time of at most every core all the time")
                .isLessThanOrEqualTo((System.nanoTime() - start) * cores);
    }

    @Test
    void give_resident_memory_in_bytes() {
        assertThat(ours.residentBytes().orElseThrow()).isBetween(10L << 20, 64L << 30);
    }

    @Test
    void are_empty_for_a_process_that_is_gone() throws Exception {
        var gone = new ProcessBuilder("true").start();
        gone.waitFor();
        var figures = ProcessFigures.of(gone.toHandle());

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
