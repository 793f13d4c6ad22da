package echolab.contract;

import echolab.process.Digits;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Clients that come, say one thing, hear it, and are gone: many at once, and many after each other.
final class ShortConnections {

    private static final int AT_ONCE = 32;
    private static final int ENDED_BY_FIN = 10;
    private static final int MESSAGE = 106;
    private static final int LIMIT_MILLIS = 60_000;

    private final InetSocketAddress address;
    private final int count;
    private final AtomicInteger left;
    private final List<Thread> clients;
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    private ShortConnections(InetSocketAddress address, int count) {
        this.address = address;
        this.count = count;
        this.left = new AtomicInteger(count);
        this.clients =
                Stream.generate(() -> Thread.ofPlatform().daemon().unstarted(this::comeAndGo))
                        .limit(AT_ONCE)
                        .toList();
    }

    static ShortConnections start(InetSocketAddress address, int count) {
        var connections = new ShortConnections(address, count);
        connections.clients.forEach(Thread::start);
        return connections;
    }

    /// Whether all have come and gone.
    ///
    /// @throws AssertionError when one of them failed
    boolean haveGone() {
        if (clients.stream().anyMatch(Thread::isAlive)) {
            return false;
        }
        if (!failures.isEmpty()) {
            throw new AssertionError(
                    Digits.in(
                            "%,d of %,d short connections failed, the first: %s",
                            failures.size(), count, failures.peek()));
        }
        return true;
    }

    private void comeAndGo() {
        for (var number = left.getAndDecrement(); number > 0; number = left.getAndDecrement()) {
            try {
                echo(number % ENDED_BY_FIN == 0);
            } catch (IOException e) {
                failures.add(e.toString());
                left.set(0);
            }
        }
    }

    /// Most end with a reset: after a FIN, the kernel keeps the port for a minute.
    private void echo(boolean endedByFin) throws IOException {
        var message = new byte[MESSAGE];
        new Bytes().at(0, MESSAGE).get(message);
        try (var socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.setSoLinger(!endedByFin, 0);
            socket.connect(address, LIMIT_MILLIS);
            socket.getOutputStream().write(message);
            var came = socket.getInputStream().readNBytes(message.length);
            if (!Arrays.equals(came, message)) {
                throw new IOException(
                        "%s bytes came back that were not the %s sent"
                                .formatted(came.length, message.length));
            }
        }
    }
}
