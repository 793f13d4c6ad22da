package echolab.epoll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Is anything left behind after a long time with rude clients? Descriptors, tasks and timers are counted before and after.
///
/// Five seconds here; a real soak takes longer: `./mvnw verify -pl step05-epoll-ffm -am -Dtest=SoakTest
/// -Dsurefire.failIfNoSpecifiedTests=false -Decholab.soak.seconds=300`.
@LoopTest
@Tag("stress")
class SoakTest {

    private static final Duration LENGTH =
            Duration.ofSeconds(Integer.getInteger("echolab.soak.seconds", 5));
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(15);

    /// What a loop holds at one moment.
    private record Held(long descriptors, int tasks, int timers) {

        static Held by(EventLoop loop) throws IOException {
            try (var open = Files.list(Path.of("/proc/self/fd"))) {
                return new Held(open.count(), loop.tasks.size(), loop.timers.size());
            }
        }
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void aServerHoldsAfterwardsWhatItHeldBefore() throws Exception {
        EventLoop.run(() -> {
            var loop = EventLoop.current();
            var listener = Listener.bind(new InetSocketAddress("127.0.0.1", 0), 1024, false);
            Task.spawn("serve", () -> listener.serveForever(SoakTest::echo));
            // what the JDK opens once, at the first socket, is no leak
            Task.blocking(() -> RudeClients.run(listener.address(), Duration.ofMillis(500)));
            settle(loop, new Held(0, 2, 0));
            var before = Held.by(loop);
            var canceller = Task.spawn("canceller", () -> cancelSome(loop));
            var seen = Task.blocking(() -> RudeClients.run(listener.address(), LENGTH));
            canceller.cancel();
            settle(loop, before);
            assertThat(Held.by(loop)).as("after %s", seen).isEqualTo(before);
            assertThat(seen.everyKindHappened()).as("%s", seen).isTrue();
            assertThat(seen.surprises()).as("%s", seen).isEmpty();
            return null;
        });
    }

    /// Each read has a time limit, so that timers are set and cancelled as often as bytes come.
    private static void echo(Stream stream) throws Exception {
        var buffer = ByteBuffer.allocateDirect(2048);
        while (Task.timeout(Duration.ofSeconds(5), () -> stream.read(buffer.clear())) >= 0) {
            stream.write(buffer.flip());
        }
    }

    private static void cancelSome(EventLoop loop) {
        var random = new Random(11);
        while (true) {
            Task.sleep(Duration.ofMillis(5));
            loop.tasks.stream()
                    .filter(task -> task.label instanceof Stream)
                    .skip(random.nextInt(8))
                    .findFirst()
                    .ifPresent(Task::cancel);
        }
    }

    /// Waits until the connections that the clients have ended are over.
    private static void settle(EventLoop loop, Held goal) throws Exception {
        var limit = System.nanoTime() + SETTLES_WITHIN.toNanos();
        while (loop.tasks.size() > goal.tasks() && System.nanoTime() < limit) {
            Task.sleep(Duration.ofMillis(10));
        }
    }
}
