package echolab.epoll;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// How do clients behave that nobody has written a protocol for? They come and go, reset, end one side, read slowly, or fall
/// silent and wait for the server to give up.
public final class RudeClients {

    private static final int THREADS = 8;
    private static final int PATIENCE_MILLIS = 60_000;

    /// With this much room of its own, a client that reads slowly makes the server wait to write.
    private static final int LITTLE_ROOM = 4 << 10;

    private enum Kind {
        CONNECTS_AND_LEAVES,
        RESETS,
        HALF_CLOSES,
        READS_SLOWLY,
        FALLS_SILENT,
        CHATS
    }

    /// What they saw. Connections that the server cancels end early, which is no surprise; a wrong byte is, and so is silence.
    public record Seen(Map<Kind, Long> whole, long endedEarly, List<String> surprises) {

        Seen plus(Seen more) {
            var all = new EnumMap<>(whole);
            more.whole.forEach((kind, count) -> all.merge(kind, count, Long::sum));
            var both = new ArrayList<>(surprises);
            both.addAll(more.surprises);
            return new Seen(all, endedEarly + more.endedEarly, both);
        }

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

    public static Seen run(InetSocketAddress server, Duration length) throws InterruptedException {
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
            try (var socket = new Socket()) {
                if (kind == Kind.READS_SLOWLY) {
                    socket.setReceiveBufferSize(LITTLE_ROOM);
                }
                socket.setSoTimeout(PATIENCE_MILLIS);
                socket.connect(server, PATIENCE_MILLIS);
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
                var sent = bytes(random, 1 << 20);
                var sender = Thread.ofVirtual().start(() -> send(socket, sent));
                var got = readSlowly(socket, sent.length, random);
                socket.close(); // the sender may still wait for room
                join(sender);
                yield same(kind, sent, got);
            }
            case FALLS_SILENT -> {
                var sent = bytes(random, 300);
                socket.getOutputStream().write(sent);
                yield same(kind, sent, socket.getInputStream().readAllBytes());
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

    private static void send(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException _) {
            // the server has cancelled the connection: the reader sees it end early
        }
    }

    private static void join(Thread sender) throws IOException {
        try {
            sender.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while sending", e);
        }
    }

    private static byte[] readSlowly(Socket socket, int length, Random random) throws IOException {
        var got = new byte[length];
        var count = 0;
        while (count < length) {
            LockSupport.parkNanos(random.nextInt(4_000_000));
            var more = Math.min(1 + random.nextInt(32 << 10), length - count);
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
