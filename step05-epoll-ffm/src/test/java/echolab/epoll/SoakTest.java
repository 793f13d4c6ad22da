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
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Is anything left behind after a long time with rude clients? Descriptors, tasks and timers are counted before and after.
///
/// The server ends its waits in every way that there is, by a time-out, a race and a scope, and shields what it writes; and it has visitors of
/// its own kind, who connect twice at once, take the connection that is there first, and lose their patience at any moment.
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

    private static final int VISITORS = 2;
    private static final int VISIT_BYTES = 64 << 10;
    private static final int LONGEST_VISIT_MILLIS = 40;

    /// A read that does not wait for ever.
    @FunctionalInterface
    private interface LimitedRead {
        int read(Stream stream, ByteBuffer buffer) throws Exception;
    }

    private final List<LimitedRead> reads = List.of(this::inTime, this::inARace, this::watched);

    /// What happened on the loop, where no two tasks run at once.
    private int connections;

    private int visits;
    private int visitsCutShort;
    private int visitsWithWrongBytes;
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
            var visitors = Task.spawn("visitors", () -> visit(listener.address()));
            var seen = Task.blocking(() -> RudeClients.run(listener.address(), LENGTH));
            for (var round = 1;
                    round < ROUNDS && seen.surprises().isEmpty() && !allHappened(seen);
                    round++) {
                var more = Task.blocking(() -> RudeClients.run(listener.address(), LENGTH));
                seen = seen.plus(more);
            }
            canceller.cancel();
            visitors.cancel();
            settle(task, before);
            var after = Held.by(task);
            var all = "%s; %s; then %s, before %s%n".formatted(seen, onTheLoop(), after, before);
            Files.writeString(Path.of("target", "soak.txt"), all);
            assertThat(after.isWithin(before)).as("%s", all).isTrue();
            assertThat(allHappened(seen)).as("%s", all).isTrue();
            assertThat(seen.surprises()).as("%s", all).isEmpty();
            assertThat(visitsWithWrongBytes).as("visits with wrong bytes").isZero();
            return null;
        });
    }

    private boolean allHappened(RudeClients.Seen seen) {
        return seen.everyKindHappened()
                && cancels > 0
                && timeouts > 0
                && writesThatWaited > 0
                && visits > 0
                && visitsCutShort > 0;
    }

    private String onTheLoop() {
        return "%,d connections cancelled, %,d reads given up, %,d writes that waited, %,d visits and %,d cut short"
                .formatted(cancels, timeouts, writesThatWaited, visits, visitsCutShort);
    }

    /// Each read has a limit, so that timers are set and cancelled as often as bytes come, and fire where none do. What it answers, it answers
    /// whole, though it may have been cancelled.
    private void echo(Stream stream) throws Exception {
        var buffer = ByteBuffer.allocateDirect(2048);
        var limited = reads.get(connections++ % reads.size());
        try {
            while (limited.read(stream, buffer.clear()) >= 0) {
                var began = System.nanoTime();
                Task.shield(() -> stream.write(buffer.flip()));
                writesThatWaited += System.nanoTime() - began > WAITED.toNanos() ? 1 : 0;
            }
        } catch (TimeoutException _) {
            timeouts++;
        }
    }

    private int inTime(Stream stream, ByteBuffer buffer) throws Exception {
        return Task.timeout(SILENCE, () -> stream.read(buffer));
    }

    private int inARace(Stream stream, ByteBuffer buffer) throws Exception {
        return Task.race(() -> stream.read(buffer), SoakTest::silence);
    }

    private int watched(Stream stream, ByteBuffer buffer) throws Exception {
        return Task.scope(scope -> {
            scope.spawn("watch", SoakTest::silence);
            var count = stream.read(buffer);
            scope.cancel();
            return count;
        });
    }

    private static Integer silence() throws TimeoutException {
        Task.sleep(SILENCE);
        throw new TimeoutException("nothing came");
    }

    private Void visit(InetSocketAddress server) throws Exception {
        Task.scope(scope -> {
            for (var i = 0; i < VISITORS; i++) {
                var random = new Random(i);
                scope.spawn("visitor", () -> visitAgainAndAgain(server, random));
            }
            return null;
        });
        return null;
    }

    private void visitAgainAndAgain(InetSocketAddress server, Random random) throws Exception {
        while (true) {
            var patience = Duration.ofMillis(1 + random.nextInt(LONGEST_VISIT_MILLIS));
            try {
                Task.timeout(patience, () -> visit(server, random));
                visits++;
            } catch (TimeoutException | IOException _) {
                visitsCutShort++;
            }
        }
    }

    private Void visit(InetSocketAddress server, Random random) throws Exception {
        var sent = new byte[1 + random.nextInt(VISIT_BYTES)];
        random.nextBytes(sent);
        try (var stream = Task.race(() -> connect(server), () -> connect(server))) {
            var got = ByteBuffer.allocateDirect(sent.length);
            Task.scope(scope -> {
                scope.spawn("send", () -> stream.write(direct(sent)));
                stream.readExactly(got);
                return null;
            });
            visitsWithWrongBytes += got.flip().equals(ByteBuffer.wrap(sent)) ? 0 : 1;
        }
        return null;
    }

    private static Stream connect(InetSocketAddress server) throws Exception {
        return Stream.connect(server.getHostString(), server.getPort(), SETTLES_WITHIN);
    }

    private static ByteBuffer direct(byte[] bytes) {
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
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
