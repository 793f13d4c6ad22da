package echolab.epoll;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// How do clients behave that nobody has written a protocol for? They come and go, reset, end one side, or read slowly.
final class RudeClients {

    private static final int THREADS = 8;
    private static final int PATIENCE_MILLIS = 10_000;

    private enum Kind {
        CONNECTS_AND_LEAVES,
        RESETS,
        HALF_CLOSES,
        READS_SLOWLY,
        CHATS
    }

    /// What they saw. Connections that the server cancels end early, which is no surprise; a wrong byte is, and so is silence.
    record Seen(Map<Kind, Long> whole, long endedEarly, List<String> surprises) {

        boolean everyKindHappened() {
            return Arrays.stream(Kind.values()).allMatch(kind -> whole.get(kind) > 0);
        }
    }

    private final InetSocketAddress server;
    private final long end;
    private final Map<Kind, AtomicLong> whole = new EnumMap<>(Kind.class);
    private final AtomicLong endedEarly = new AtomicLong();
    private final List<String> surprises = new CopyOnWriteArrayList<>();

    private RudeClients(InetSocketAddress server, Duration length) {
        this.server = server;
        this.end = System.nanoTime() + length.toNanos();
        for (var kind : Kind.values()) {
            whole.put(kind, new AtomicLong());
        }
    }

    static Seen run(InetSocketAddress server, Duration length) throws InterruptedException {
        return new RudeClients(server, length).run();
    }

    private Seen run() throws InterruptedException {
        var threads = new Thread[THREADS];
        for (var i = 0; i < THREADS; i++) {
            var random = new Random(i);
            threads[i] = Thread.ofPlatform().daemon().start(() -> behave(random));
        }
        for (var thread : threads) {
            thread.join();
        }
        var counts = new EnumMap<Kind, Long>(Kind.class);
        whole.forEach((kind, count) -> counts.put(kind, count.get()));
        return new Seen(counts, endedEarly.get(), List.copyOf(surprises));
    }

    private void behave(Random random) {
        while (System.nanoTime() - end < 0) {
            var kind = Kind.values()[random.nextInt(Kind.values().length)];
            try (var socket = new Socket(server.getAddress(), server.getPort())) {
                socket.setSoTimeout(PATIENCE_MILLIS);
                if (behave(kind, socket, random)) {
                    whole.get(kind).incrementAndGet();
                } else {
                    endedEarly.incrementAndGet();
                }
            } catch (SocketTimeoutException e) {
                surprises.add(kind + ": no byte and no end within " + PATIENCE_MILLIS + " ms");
            } catch (IOException e) {
                endedEarly.incrementAndGet();
            }
        }
    }

    private boolean behave(Kind kind, Socket socket, Random random) throws IOException {
        return switch (kind) {
            case CONNECTS_AND_LEAVES -> true;
            case RESETS -> {
                socket.getOutputStream().write(bytes(random, 32 << 10));
                // a linger of 0 turns the close into a reset
                socket.setSoLinger(true, 0);
                yield true;
            }
            case HALF_CLOSES -> {
                var sent = bytes(random, 16 << 10);
                socket.getOutputStream().write(sent);
                socket.shutdownOutput();
                yield same(kind, sent, socket.getInputStream().readAllBytes());
            }
            case READS_SLOWLY -> {
                var sent = bytes(random, 16 << 10);
                socket.getOutputStream().write(sent);
                yield same(kind, sent, readSlowly(socket, sent.length, random));
            }
            case CHATS -> {
                var all = true;
                for (var i = random.nextInt(50); i >= 0 && all; i--) {
                    var sent = bytes(random, 300);
                    socket.getOutputStream().write(sent);
                    all = same(kind, sent, socket.getInputStream().readNBytes(sent.length));
                }
                yield all;
            }
        };
    }

    private static byte[] readSlowly(Socket socket, int length, Random random) throws IOException {
        var got = new byte[length];
        var count = 0;
        while (count < length) {
            LockSupport.parkNanos(random.nextInt(1_000_000));
            var more = Math.min(1 + random.nextInt(2048), length - count);
            var read = socket.getInputStream().read(got, count, more);
            if (read < 0) {
                break;
            }
            count += read;
        }
        return Arrays.copyOf(got, count);
    }

    /// Whether all came back. What came back must be the beginning of what was sent.
    private boolean same(Kind kind, byte[] sent, byte[] got) {
        if (!Arrays.equals(sent, 0, Math.min(got.length, sent.length), got, 0, got.length)) {
            surprises.add("%s: %d bytes came back changed".formatted(kind, got.length));
        }
        return got.length == sent.length;
    }

    private static byte[] bytes(Random random, int most) {
        var bytes = new byte[1 + random.nextInt(most)];
        random.nextBytes(bytes);
        return bytes;
    }
}
