package echolab.epoll;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.process.ServerCommand;
import echolab.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Does an echo leave garbage? The server runs in a JVM of its own with a heap of fixed size, so small that the garbage of
/// many echoes could not stay in it unseen: it would be collected, and the JVM's log would say so.
///
/// Before that it is warmed, and all connections are made anew: while the compiler still replaces code, a task that waits
/// leaves its old stack behind.
///
/// 300,000 echoes here, some seconds; `-Decholab.garbage.echoes=10000000` takes longer (CONTRIBUTING.md says how). What was
/// seen is then in `target/garbage.txt`, and the JVM's own log in `target/garbage-gc.log`.
@EnabledOnOs(value = OS.LINUX, disabledReason = "step 05 calls Linux's epoll")
@Tag("stress")
class GarbageTest {

    private static final int ECHOES = Integer.getInteger("echolab.garbage.echoes", 300_000);
    private static final int WARM_UP = 150_000;
    private static final int CLIENTS = 100;
    private static final Path LOG = Path.of("target", "garbage-gc.log");
    private static final Path SEEN = Path.of("target", "garbage.txt");

    /// Each thread takes memory for its objects 4 KiB at a time: what is in use is then known to 4 KiB a thread.
    private static final List<String> FLAGS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-Xms8m",
                    "-Xmx8m",
                    "-XX:TLABSize=4k",
                    "-XX:-ResizeTLAB",
                    "-Xlog:gc:file=" + LOG);

    /// On a busy machine the compiler comes late. What leaves garbage when all is compiled leaves it in every batch.
    private static final int BATCHES = 10;

    /// What came of a batch of echoes.
    private record Batch(long collections, double bytesAnEcho, String seen) {
        boolean leavesNone() {
            return collections == 0 && bytesAnEcho < 1;
        }
    }

    /// An object has at least 16 bytes (8 with compact headers), so one byte an echo is none.
    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void an_echo_of_a_warm_server_leaves_none() throws Exception {
        try (var server = ServerProcess.start(ServerCommand.ofStep(new EpollStep(), FLAGS))) {
            var jvm = new Jcmd(server);
            warmUp(server);
            try (var crowd = Crowd.connect(server.address(), CLIENTS)) {
                crowd.echo(WARM_UP);
                var batch = batch(jvm, crowd);
                for (var i = 1; i < BATCHES && !batch.leavesNone(); i++) {
                    batch = batch(jvm, crowd);
                }
                Files.writeString(SEEN, batch.seen());
                assertThat(batch.leavesNone()).as("%s", batch.seen()).isTrue();
                var collections = collections().size();
                jvm.collect();
                assertThat(collections().size())
                        .as("a collection is seen in %s", LOG)
                        .isGreaterThan(collections);
            }
        }
    }

    private static Batch batch(Jcmd jvm, Crowd crowd) throws IOException {
        jvm.collect();
        var before = collections().size();
        var used = jvm.usedBytes();
        var echoes = crowd.echo(ECHOES);
        var grown = jvm.usedBytes() - used;
        var anEcho = (double) grown / echoes;
        var seen =
                "%,d echoes of %d clients; %s; the heap in use grew by %,d bytes, %.3f an echo%n"
                        .formatted(echoes, CLIENTS, collectionsSince(before), grown, anEcho);
        return new Batch(collections().size() - before, anEcho, seen);
    }

    private static void warmUp(ServerProcess server) throws IOException {
        try (var crowd = Crowd.connect(server.address(), CLIENTS)) {
            crowd.echo(WARM_UP);
        }
    }

    private static String collectionsSince(int before) throws IOException {
        var since = collections().stream().skip(before).toList();
        return since.isEmpty() ? "no collection" : "collections: " + since;
    }

    private static List<String> collections() throws IOException {
        try (var lines = Files.lines(LOG)) {
            return lines.filter(line -> line.contains("Pause")).toList();
        }
    }
}
