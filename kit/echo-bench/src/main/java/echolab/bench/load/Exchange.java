package echolab.bench.load;

import echolab.bench.result.Faults;
import echolab.bench.result.Schedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The path of a message. Written, read back when the server has echoed it, compared, timed.
///
/// ```
///        send ──► server ──► read, compare, record ──► answered ──► the pacer decides when the next one is sent
/// ```
///
/// One thread, one selector a server, all connections to it. The path of an echo (`ready`, `read`, `finish`, `send`,
/// `write`) allocates nothing and reads the clock once.
final class Exchange implements AutoCloseable {

    private static final int CONNECT_BATCH = 256;

    private final Selector selector = Selector.open();
    private final Consumer<SelectionKey> ready = this::ready;
    private final ByteBuffer in = ByteBuffer.allocateDirect(64 << 10);
    private final Messages messages;
    private final List<LoadConnection> connections = new ArrayList<>();
    private final Tally tally = new Tally();

    private Pacer pacer = (_, _) -> {};
    private InetSocketAddress server;
    private int waiting;

    /// @param messageSize bytes of a message
    Exchange(int messageSize) throws IOException {
        this.messages = new Messages(messageSize);
    }

    /// Makes this many connections and has one message echoed on each, batch by batch: the server's queue of connections
    /// to accept never overflows, and all of them are known to be served.
    void connect(InetSocketAddress server, int count) throws IOException {
        this.server = server;
        while (connections.size() < count) {
            var from = connections.size();
            var batch = Math.min(CONNECT_BATCH, count - from);
            for (var i = 0; i < batch; i++) {
                connections.add(LoadConnection.open(server, selector, from + i));
            }
            begin((_, _) -> {});
            for (var connection : connections.subList(from, from + batch)) {
                send(connection, System.nanoTime());
            }
            awaitAnswers(System.nanoTime() + Faults.PATIENCE.toNanos());
            if (tally.faults().total() > 0) {
                throw new IOException(tally.faults().sentence());
            }
        }
    }

    /// Closes the connection at this place, if there is one, and makes another, which has one message echoed: its latency has the connecting
    /// in it.
    ///
    /// @param index at most how many there are
    void renew(int index, long now) {
        try {
            if (index < connections.size()) {
                connections.get(index).channel.close();
            }
            var connection = LoadConnection.begin(server, selector, index);
            if (index < connections.size()) {
                connections.set(index, connection);
            } else {
                connections.add(connection);
            }
            send(connection, now);
        } catch (ConnectException _) {
            tally.fault(Faults.RESET); // it is gone, and its place stays closed
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot connect to %s: %s".formatted(server, e.getMessage()), e);
        }
    }

    /// Those that can still be used.
    List<LoadConnection> open() {
        return connections.stream().filter(c -> c.channel.isOpen()).toList();
    }

    /// Begins to count anew.
    ///
    /// @return the time, by [System#nanoTime()]
    long begin(Pacer pacer) {
        this.pacer = pacer;
        var now = System.nanoTime();
        tally.begin(now);
        return now;
    }

    /// Looks for echoes until all messages that were sent have come back, or until the limit: then those that have not are
    /// given up.
    void awaitAnswers(long limit) throws IOException {
        while (waiting > 0) {
            var left = TimeUnit.NANOSECONDS.toMillis(limit - System.nanoTime());
            if (left <= 0) {
                giveUp();
                return;
            }
            selector.select(ready, left);
        }
    }

    /// Looks for echoes once, waiting for so long at the most.
    ///
    /// @param millis 0 for not at all
    /// @return how many connections had something
    int look(long millis) throws IOException {
        return millis > 0 ? selector.select(ready, millis) : selector.selectNow(ready);
    }

    /// Counts a message that waited for so long and was never sent.
    void unsent(long nanos) {
        tally.waited(nanos);
    }

    /// What was seen since the beginning.
    Figures figures(Optional<Schedule> schedule) {
        return tally.figures(open().size(), schedule);
    }

    private void ready(SelectionKey key) {
        var connection = (LoadConnection) key.attachment();
        try {
            if (key.isConnectable()) {
                connection.channel.finishConnect();
                key.interestOps(SelectionKey.OP_READ);
                write(connection);
            }
            if (key.isWritable()) {
                write(connection);
            }
            if (key.isReadable()) {
                read(connection);
            }
        } catch (IOException _) {
            lose(connection, Faults.RESET);
        }
    }

    private void read(LoadConnection connection) throws IOException {
        var count = connection.channel.read(in.clear());
        if (count < 0) {
            lose(connection, Faults.CLOSED);
            return;
        }
        if (!connection.waiting || count > messages.size() - connection.received) {
            // more came back than was sent: no echo can be told from the next
            lose(connection, Faults.CORRUPT);
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

    private void finish(LoadConnection connection) {
        var now = System.nanoTime();
        waiting--;
        connection.waiting = false;
        tally.echo(connection.since, now, connection.corrupt);
        pacer.answered(connection, now);
    }

    /// Sends the connection's next message. The connection must not wait for an echo.
    ///
    /// @param since when its latency begins
    void send(LoadConnection connection, long since) {
        connection.start = Messages.after(connection.start);
        connection.sent = 0;
        connection.received = 0;
        connection.corrupt = false;
        connection.waiting = true;
        connection.since = since;
        waiting++;
        if (!connection.channel.isConnected()) {
            return; // it is written when it is
        }
        try {
            write(connection);
        } catch (IOException _) {
            lose(connection, Faults.RESET);
        }
    }

    private void write(LoadConnection connection) throws IOException {
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

    private void giveUp() {
        for (var connection : connections) {
            if (connection.waiting) {
                lose(connection, Faults.UNANSWERED);
            }
        }
    }

    /// Ends a connection that can't be used any more; the message that was on its way is the one that is counted. It has waited until
    /// now: to leave it out would hide the worst of a server that is silent.
    private void lose(LoadConnection connection, Faults one) {
        tally.fault(one);
        if (connection.waiting) {
            tally.waited(System.nanoTime() - connection.since);
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
