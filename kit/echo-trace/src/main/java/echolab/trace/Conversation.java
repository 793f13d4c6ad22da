package echolab.trace;

import echolab.trace.ClientEvent.Action;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// What three clients say to a server so that a picture of it teaches something. They connect one after the other; A,
/// then B, sends a message; then all three at once; then A closes, and the others at once.
///
/// Between these is a pause, long enough that strace has written down all that the server did: it stops the server at each
/// call, twice, and looks up a new socket in a table of the kernel's, which takes milliseconds.
final class Conversation implements AutoCloseable {

    private static final int CLIENTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(40);

    private final Clients clients;
    private final List<ClientEvent> events = new ArrayList<>();

    Conversation(InetSocketAddress server) {
        this.clients = new Clients(server);
    }

    /// Connects and talks, but does not close: until then the server's threads are there to be asked for their names.
    void talk() throws IOException {
        for (var client = 0; client < CLIENTS; client++) {
            note(Action.CONNECTS, client);
            clients.connect();
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
        end(0);
        pause();
        for (var client = 1; client < CLIENTS; client++) {
            end(client);
        }
        pause();
        pause();
    }

    List<ClientEvent> events() {
        return List.copyOf(events);
    }

    List<Integer> ports() {
        return clients.ports();
    }

    static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted in a conversation", e);
        }
    }

    private void send(int client, String word) throws IOException {
        note(Action.SENDS, client);
        clients.send(client, message(client, word));
    }

    private void receive(int client) throws IOException {
        clients.receive(client, message(client, "hello").length);
        note(Action.RECEIVES, client);
    }

    private void end(int client) throws IOException {
        note(Action.CLOSES, client);
        clients.close(client);
    }

    private void note(Action action, int client) {
        var now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        events.add(new ClientEvent(now, action, client));
    }

    private static byte[] message(int client, String word) {
        return (word + " from " + ClientEvent.letter(client)).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        clients.close();
    }
}
