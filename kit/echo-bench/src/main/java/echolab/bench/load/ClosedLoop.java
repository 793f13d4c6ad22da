package echolab.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/// How is a server kept busy? Each connection has one message on its way, always: an echo that has come back whole is
/// checked, timed, and answered with the next message.
///
/// ```
///        write ──► server ──► read, compare, record ──► write ──► …        until the slice is over
/// ```
///
/// One thread, one selector a server. The path of an echo (`ready`, `read`, `finish`, `write`) allocates nothing and
/// reads the clock once: the time an echo is complete is also the time its successor is sent.
final class ClosedLoop implements AutoCloseable {

    /// How long the last echoes of a slice are waited for.
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int CONNECT_BATCH = 256;
    private static final long LONGEST_LATENCY = TimeUnit.MINUTES.toNanos(1);

    private final Selector selector = Selector.open();
    private final Consumer<SelectionKey> ready = this::ready;
    private final ByteBuffer in = ByteBuffer.allocateDirect(64 << 10);
    private final Messages messages;
    private final List<Connection> connections = new ArrayList<>();
    private final FaultCounter faults = new FaultCounter();
    private final Histogram latency = new Histogram(1000, LONGEST_LATENCY, 3);

    private long echoes;
    private long lastEcho;
    private long deadline;
    private int waiting;

    ClosedLoop(int messageSize) throws IOException {
        this.messages = new Messages(messageSize);
    }

    /// Makes this many connections and has one message echoed on each, batch by batch: the server's queue of connections
    /// to accept never overflows, and all of them are known to be served.
    void connect(InetSocketAddress server, int count) throws IOException {
        while (connections.size() < count) {
            var from = connections.size();
            var batch = Math.min(CONNECT_BATCH, count - from);
            for (var i = 0; i < batch; i++) {
                connections.add(Connection.open(server, selector, from + i));
            }
            exchange(connections.subList(from, from + batch), Duration.ZERO);
            if (faults.snapshot().total() > 0) {
                throw new IOException(faults.snapshot().sentence());
            }
        }
    }

    /// Keeps all connections busy for this long, waits for the last echoes, and says what was seen.
    Figures slice(Duration duration) throws IOException {
        var open = connections.stream().filter(c -> c.channel.isOpen()).toList();
        var began = System.nanoTime();
        exchange(open, duration);
        return new Figures(
                echoes,
                faults.snapshot(),
                connections.stream().filter(c -> c.channel.isOpen()).count(),
                lastEcho - began,
                latency.copy(),
                Optional.empty());
    }

    private void exchange(List<Connection> open, Duration duration) throws IOException {
        echoes = 0;
        faults.clear();
        latency.reset();
        lastEcho = System.nanoTime();
        deadline = lastEcho + duration.toNanos();
        for (var connection : open) {
            send(connection, System.nanoTime());
        }
        var limit = deadline + PATIENCE.toNanos();
        while (waiting > 0) {
            var left = TimeUnit.NANOSECONDS.toMillis(limit - System.nanoTime());
            if (left <= 0) {
                giveUp(open);
                return;
            }
            selector.select(ready, left);
        }
    }

    private void ready(SelectionKey key) {
        var connection = (Connection) key.attachment();
        try {
            if (key.isWritable()) {
                write(connection);
            }
            if (key.isReadable()) {
                read(connection);
            }
        } catch (IOException _) {
            lose(connection, Fault.RESET);
        }
    }

    private void read(Connection connection) throws IOException {
        var count = connection.channel.read(in.clear());
        if (count < 0) {
            lose(connection, Fault.CLOSED);
            return;
        }
        if (!connection.waiting || count > messages.size() - connection.received) {
            // more came back than was sent: no echo can be told from the next
            lose(connection, Fault.CORRUPT);
            return;
        }
        if (!messages.matches(in.flip(), connection.start, connection.received)) {
            connection.corrupt = true;
        }
        connection.received += count;
        if (connection.received == messages.size()) {
            finish(connection);
        }
    }

    private void finish(Connection connection) throws IOException {
        var now = System.nanoTime();
        lastEcho = now;
        waiting--;
        connection.waiting = false;
        if (connection.corrupt) {
            faults.count(Fault.CORRUPT);
        } else {
            echoes++;
            latency.recordValue(Math.min(now - connection.sentAt, LONGEST_LATENCY));
        }
        if (now < deadline) {
            send(connection, now);
        }
    }

    private void send(Connection connection, long now) {
        connection.start = Messages.after(connection.start);
        connection.sent = 0;
        connection.received = 0;
        connection.corrupt = false;
        connection.waiting = true;
        connection.sentAt = now;
        waiting++;
        try {
            write(connection);
        } catch (IOException _) {
            lose(connection, Fault.RESET);
        }
    }

    private void write(Connection connection) throws IOException {
        connection.sent +=
                connection.channel.write(messages.rest(connection.start, connection.sent));
        if (connection.sent < messages.size()) {
            connection.blocked = true;
            connection.key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        } else if (connection.blocked) {
            connection.blocked = false;
            connection.key.interestOps(SelectionKey.OP_READ);
        }
    }

    private void giveUp(List<Connection> open) {
        for (var connection : open) {
            if (connection.waiting) {
                lose(connection, Fault.UNANSWERED);
            }
        }
    }

    /// Ends a connection that can't be used any more; the message that was on its way is the one that is counted.
    private void lose(Connection connection, Fault fault) {
        faults.count(fault);
        if (connection.waiting) {
            connection.waiting = false;
            waiting--;
        }
        try {
            connection.channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close a connection", e);
        }
    }

    @Override
    public void close() throws IOException {
        for (var connection : connections) {
            connection.channel.close();
        }
        selector.close();
    }
}
