package echolab.contract;

import echolab.process.Digits;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Thousands of clients in one thread: all send a little, and each checks what comes back.
final class Crowd implements AutoCloseable {

    private final List<EchoClient> clients = new ArrayList<>();
    private final Duration patience;

    private Crowd(Duration patience) {
        this.patience = patience;
    }

    static Crowd connect(InetSocketAddress address, int count, Duration patience)
            throws IOException {
        Servers.assumeDescriptors(count);
        var crowd = new Crowd(patience);
        try {
            while (crowd.clients.size() < count) {
                crowd.clients.add(EchoClient.connect(address, patience));
            }
            return crowd;
        } catch (IOException | AssertionError e) {
            crowd.close();
            throw new IOException(
                    Digits.in(
                            "connection %,d of %,d: %s",
                            crowd.clients.size() + 1, count, e.getMessage()),
                    e);
        }
    }

    /// Every client sends the next bytes, and all get them back.
    void echo(int count) throws IOException {
        send(count);
        receiveAll();
    }

    void send(int count) throws IOException {
        for (var client : clients) {
            client.send(count);
        }
    }

    /// Reads until every client has back what it sent.
    void receiveAll() throws IOException {
        while (waiting() > 0) {
            if (!receive(patience)) {
                throw Text.failure(
                        "%,d of %,d clients wait for bytes that they sent; nothing came for %s",
                        waiting(), clients.size(), Text.of(patience));
            }
        }
    }

    /// Reads until nothing has come for a while.
    void receiveUntilStill(Duration still) throws IOException {
        while (receive(still)) {}
    }

    /// How many clients have not had everything back yet.
    int waiting() {
        return (int) clients.stream().filter(EchoClient::isOwed).count();
    }

    /// Those that have had everything back leave.
    void closeServed() throws IOException {
        for (var client : clients) {
            if (!client.isOwed()) {
                client.close();
            }
        }
        clients.removeIf(client -> !client.isOwed());
    }

    /// Reads what comes next, for one client or many.
    ///
    /// @return false when nothing came within the limit
    boolean receive(Duration limit) throws IOException {
        var still = new Patience(limit);
        do {
            var came = 0;
            for (var client : clients) {
                came += client.read();
            }
            if (came > 0) {
                return true;
            }
        } while (still.waits());
        return false;
    }

    @Override
    public void close() throws IOException {
        for (var client : clients) {
            client.close();
        }
    }
}
