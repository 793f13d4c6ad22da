package echolab.trace;

import echolab.trace.ClientEvent.Action;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What do three clients say to a server so that a picture of it teaches something? They connect one after the other; A,
/// then B, sends a message; then all three at once; then A closes, and the others at once.
///
/// Between these is a pause, long enough that strace has written down all that the server did: it stops the server at each
/// call, twice, and looks up a new socket in a table of the kernel's, which takes milliseconds.
final class Conversation implements AutoCloseable {

    static final int CLIENTS = 3;

    private static final Duration PAUSE = Duration.ofMillis(40);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final InetSocketAddress server;
    private final List<Socket> sockets = new ArrayList<>();
    private final List<ClientEvent> events = new ArrayList<>();

    Conversation(InetSocketAddress server) {
        this.server = server;
    }

    /// Connects and talks, but does not close: until then the server's threads are there to be asked for their names.
    ///
    void talk() throws IOException {
        for (var client = 0; client < CLIENTS; client++) {
            connect(client);
            pause();
        }
        for (var client = 0; client < CLIENTS - 1; client++) {
            send(client, "hello");
            receive(client);
            pause();
        }
        for (var client = 0; client < CLIENTS; client++) {
            send(client, "again");
        }
        for (var client = 0; client < CLIENTS; client++) {
            receive(client);
        }
        pause();
    }

    void end() throws IOException {
        close(0);
        pause();
        for (var client = 1; client < CLIENTS; client++) {
            close(client);
        }
        pause();
        pause();
    }

    List<ClientEvent> events() {
        return List.copyOf(events);
    }

    /// How long it took from the first to the last of the messages that shall be sent at once, µs.
    long spread() {
        var sent = events.stream().filter(event -> event.action() == Action.SENDS).toList();
        return sent.getLast().micros() - sent.get(sent.size() - CLIENTS).micros();
    }

    List<Integer> ports() {
        return sockets.stream().map(Socket::getLocalPort).toList();
    }

    private void connect(int client) throws IOException {
        var socket = new Socket();
        sockets.add(socket);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        note(Action.CONNECTS, client, 0);
        socket.connect(server, (int) PATIENCE.toMillis());
    }

    private void send(int client, String word) throws IOException {
        var message = message(client, word);
        note(Action.SENDS, client, message.length);
        sockets.get(client).getOutputStream().write(message);
    }

    private void receive(int client) throws IOException {
        var length = message(client, "hello").length;
        try {
            var echo = sockets.get(client).getInputStream().readNBytes(length);
            if (echo.length < length) {
                throw new EOFException("the server closed a connection before the echo was back");
            }
        } catch (SocketTimeoutException e) {
            throw new IOException(
                    "no echo came back within %s s".formatted(PATIENCE.toSeconds()), e);
        }
        note(Action.RECEIVES, client, length);
    }

    private void close(int client) throws IOException {
        note(Action.CLOSES, client, 0);
        sockets.get(client).close();
    }

    private void note(Action action, int client, int bytes) {
        events.add(new ClientEvent(now(), action, client, bytes));
    }

    private static byte[] message(int client, String word) {
        return (word + " from " + ClientEvent.letter(client)).getBytes(StandardCharsets.US_ASCII);
    }

    private static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted in a conversation", e);
        }
    }

    @Override
    public void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }
}
