package echolab.epoll;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.process.ServerCommand;
import echolab.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What does a connection cost that waits? The server runs in a JVM of its own. What its living objects take is counted
/// before and after the connections were made, class by class; and what lies outside the heap, which is their read buffers.
///
/// How much it is depends on how warm the server is: what a task has on its stack while it waits is several times larger
/// as long as its code is interpreted. So both are measured: the first connections of a new server, and those of a server
/// that has been at work.
///
/// 3,000 connections here; `-Decholab.idle.connections=10000` takes more (CONTRIBUTING.md says how). What was seen is in
/// `target/idle-memory-*.txt`.
@EnabledOnOs(value = OS.LINUX, disabledReason = "step 05 calls Linux's epoll")
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("stress")
class IdleMemoryTest {

    private static final int CONNECTIONS = Integer.getInteger("echolab.idle.connections", 3000);
    private static final double LIMIT = 4096;

    /// On a busy machine the compiler comes late.
    private static final int WARM_UPS = 10;

    private static final List<String> FLAGS =
            List.of("-XX:+UseSerialGC", "-Xmx128m", "-XX:NativeMemoryTracking=summary");

    /// Bytes a connection.
    private record Cost(double heap, double direct, String seen) {

        double total() {
            return heap + direct;
        }
    }

    @Test
    void a_connection_of_a_server_that_has_been_at_work_costs_at_most_4_KiB_with_its_read_buffer()
            throws Exception {
        try (var server = start()) {
            var cost = afterWork(server);
            for (var more = 1; more < WARM_UPS && cost.total() > LIMIT; more++) {
                cost = afterWork(server);
            }
            assertThat(cost.total()).as("%s", cost.seen()).isLessThanOrEqualTo(LIMIT);
        }
    }

    private static Cost afterWork(ServerProcess server) throws IOException {
        for (var i = 0; i < 5; i++) {
            try (var crowd = Crowd.connect(server.address(), 1000)) {
                crowd.echo(10_000);
            }
        }
        return measure(server, "warm");
    }

    @Test
    void a_connection_of_a_new_server_costs_at_most_4_ki_b_of_heap() throws Exception {
        try (var server = start()) {
            var cost = measure(server, "new");
            assertThat(cost.heap()).as("%s", cost.seen()).isLessThanOrEqualTo(LIMIT);
        }
    }

    private static ServerProcess start() throws IOException {
        return ServerProcess.start(ServerCommand.ofStep(new EpollStep(), FLAGS));
    }

    private static Cost measure(ServerProcess server, String name) throws IOException {
        var jvm = new Jcmd(server);
        try (var _ = Crowd.connect(server.address(), 1)) {
            // the classes that the first connection loads are no cost of each
        }
        var living = jvm.livingBytes();
        var direct = jvm.directBytes();
        try (var _ = Crowd.connect(server.address(), CONNECTIONS)) {
            var cost = cost(living, jvm.livingBytes(), jvm.directBytes() - direct);
            Files.writeString(Path.of("target", "idle-memory-" + name + ".txt"), cost.seen());
            return cost;
        }
    }

    private static Cost cost(Map<String, Long> before, Map<String, Long> after, long direct) {
        var grown =
                after.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        e ->
                                                (e.getValue() - before.getOrDefault(e.getKey(), 0L))
                                                        / (double) CONNECTIONS));
        var heap = grown.values().stream().mapToDouble(bytes -> bytes).sum();
        var outside = direct / (double) CONNECTIONS;
        var classes =
                grown.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .filter(e -> e.getValue() >= 1)
                        .map(e -> "%8.0f  %s%n".formatted(e.getValue(), e.getKey()))
                        .collect(Collectors.joining());
        return new Cost(
                heap,
                outside,
                "%,d idle connections, bytes each: %.0f in the heap, %.0f outside it; of the heap:%n%s"
                        .formatted(CONNECTIONS, heap, outside, classes));
    }
}
