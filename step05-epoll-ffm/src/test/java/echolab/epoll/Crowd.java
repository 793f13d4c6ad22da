package echolab.epoll;

import echolab.contract.Servers;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/// How is a server in another process kept busy, or held idle, by many? All send a message, then all read it back, and so on:
/// the server always finds many of them ready.
public final class Crowd implements AutoCloseable {

    private static final int MESSAGE = 106;

    private final List<SocketChannel> clients = new ArrayList<>();
    private final ByteBuffer message = ByteBuffer.allocateDirect(MESSAGE);
    private final ByteBuffer answer = ByteBuffer.allocateDirect(MESSAGE);

    private Crowd() {}

    /// Each gets an echo before the next connects: so the server's backlog never overflows, and all are known to be served.
    public static Crowd connect(InetSocketAddress server, int size) throws IOException {
        Servers.assumeDescriptors(size);
        var crowd = new Crowd();
        try {
            while (crowd.clients.size() < size) {
                var client = SocketChannel.open(server);
                crowd.clients.add(client);
                crowd.send(client);
                crowd.receive(client);
            }
            return crowd;
        } catch (IOException e) {
            crowd.close();
            throw new IOException(
                    "client %d of %d was not served".formatted(crowd.clients.size(), size), e);
        }
    }

    /// At least this many echoes, the same number for each.
    ///
    /// @return how many it were
    public long echo(long echoes) throws IOException {
        var rounds = Math.ceilDiv(echoes, clients.size());
        for (var i = 0L; i < rounds; i++) {
            for (var client : clients) {
                send(client);
            }
            for (var client : clients) {
                receive(client);
            }
        }
        return rounds * clients.size();
    }

    private void send(SocketChannel client) throws IOException {
        message.clear();
        while (message.hasRemaining()) {
            client.write(message);
        }
    }

    private void receive(SocketChannel client) throws IOException {
        answer.clear();
        while (answer.hasRemaining()) {
            if (client.read(answer) < 0) {
                throw new EOFException("the server has closed a connection");
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (var client : clients) {
            client.close();
        }
    }
}
