package echolab.epoll;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.epoll.loop.LoopInside;
import echolab.epoll.net.Listener;
import echolab.epoll.net.Stream;
import echolab.epoll.task.Task;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Is anything left behind after a long time with rude clients? Descriptors, tasks and timers are counted before and after.
///
/// Five seconds here; a real soak takes longer: `-Decholab.soak.seconds=300` (CONTRIBUTING.md says how). What was seen is then
/// in `target/soak.txt`.
@LoopTest
@Tag("stress")
class SoakTest {

    private static final Duration LENGTH =
            Duration.ofSeconds(Integer.getInteger("echolab.soak.seconds", 5));
    private static final Duration SETTLES_WITHIN = Duration.ofMinutes(1);

    /// On a busy machine it may take more than one until each kind of client has come and gone.
    private static final int ROUNDS = 20;

    /// How long the server waits for a client that says nothing.
    private static final Duration SILENCE = Duration.ofMillis(250);

    /// A write that takes longer has waited for its reader.
    private static final Duration WAITED = Duration.ofMillis(1);

    /// What happened on the loop, where no two tasks run at once.
    private int cancels;

    private int timeouts;
    private int writesThatWaited;

    /// What a loop holds at one moment.
    private record Held(long descriptors, int tasks, int timers) {

        static Held by(Task<?> task) throws IOException {
            try (var open = Files.list(Path.of("/proc/self/fd"))) {
                return new Held(open.count(), task.all().size(), LoopInside.timers(task.loop()));
            }
        }

        /// What another test of this JVM has left open may be closed meanwhile.
        boolean isWithin(Held other) {
            return descriptors <= other.descriptors
                    && tasks <= other.tasks
                    && timers <= other.timers;
        }
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void a_server_holds_afterwards_what_it_held_before() throws Exception {
        Task.run(() -> {
            var task = Task.current();
            var listener = Listener.bind(new InetSocketAddress("127.0.0.1", 0), 1024, false);
            Task.spawn("serve", () -> listener.serveForever(this::echo));
            // what the JDK opens once, at the first socket, is no leak
            Task.blocking(() -> RudeClients.run(listener.address(), Duration.ofMillis(500)));
            Until.holds("all is over", () -> task.all().size() == 2, task::all);
            var before = Held.by(task);
            var canceller = Task.spawn("canceller", () -> cancelSome(task));
            var seen = Task.blocking(() -> RudeClients.run(listener.address(), LENGTH));
            for (var round = 1; round < ROUNDS && !allHappened(seen); round++) {
                var more = Task.blocking(() -> RudeClients.run(listener.address(), LENGTH));
                seen = seen.plus(more);
            }
            canceller.cancel();
            settle(task, before);
            var after = Held.by(task);
            var all = "%s; %s; then %s, before %s%n".formatted(seen, onTheLoop(), after, before);
            Files.writeString(Path.of("target", "soak.txt"), all);
            assertThat(after.isWithin(before)).as("%s", all).isTrue();
            assertThat(allHappened(seen)).as("%s", all).isTrue();
            assertThat(seen.surprises()).as("%s", all).isEmpty();
            return null;
        });
    }

    private boolean allHappened(RudeClients.Seen seen) {
        return seen.everyKindHappened() && cancels > 0 && timeouts > 0 && writesThatWaited > 0;
    }

    private String onTheLoop() {
        return "%,d connections cancelled, %,d reads given up, %,d writes that waited"
                .formatted(cancels, timeouts, writesThatWaited);
    }

    /// Each read has a time limit, so that timers are set and cancelled as often as bytes come, and fire where none do.
    private void echo(Stream stream) throws Exception {
        var buffer = ByteBuffer.allocateDirect(2048);
        try {
            while (Task.timeout(SILENCE, () -> stream.read(buffer.clear())) >= 0) {
                var began = System.nanoTime();
                stream.write(buffer.flip());
                writesThatWaited += System.nanoTime() - began > WAITED.toNanos() ? 1 : 0;
            }
        } catch (TimeoutException _) {
            timeouts++;
        }
    }

    private void cancelSome(Task<?> any) {
        var random = new Random(11);
        while (true) {
            Task.sleep(Duration.ofMillis(20));
            any.all().stream()
                    .filter(task -> task.name().startsWith("connection on"))
                    .skip(random.nextInt(8))
                    .findFirst()
                    .ifPresent(this::cancel);
        }
    }

    private void cancel(Task<?> task) {
        task.cancel();
        cancels++;
    }

    /// Waits until the connections that the clients have ended are over.
    private static void settle(Task<?> task, Held goal) throws Exception {
        var limit = System.nanoTime() + SETTLES_WITHIN.toNanos();
        while (!Held.by(task).isWithin(goal) && System.nanoTime() < limit) {
            Task.sleep(Duration.ofMillis(10));
        }
    }
}
