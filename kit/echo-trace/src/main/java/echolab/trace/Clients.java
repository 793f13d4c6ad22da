package echolab.trace;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Our connections to a server. Each sends what it is told to, and waits for the echo.
final class Clients implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final InetSocketAddress server;
    private final List<Socket> sockets = new ArrayList<>();

    /// None yet.
    Clients(InetSocketAddress server) {
        this.server = server;
    }

    Clients(InetSocketAddress server, int connections) throws IOException {
        this(server);
        try {
            for (var i = 0; i < connections; i++) {
                connect();
            }
        } catch (IOException e) {
            close();
            throw new IOException(
                    "connection %s of %s was refused: %s"
                            .formatted(sockets.size(), connections, e.getMessage()),
                    e);
        }
    }

    void connect() throws IOException {
        var socket = new Socket();
        sockets.add(socket);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.connect(server, (int) PATIENCE.toMillis());
    }

    /// In rounds: every connection sends, then every echo is awaited. Within a round the server has as many messages waiting
    /// as there are connections.
    ///
    /// @return echoes that came back
    long echo(int rounds, int payload) throws IOException {
        var message = new byte[payload];
        for (var round = 0; round < rounds; round++) {
            for (var i = 0; i < sockets.size(); i++) {
                send(i, message);
            }
            for (var i = 0; i < sockets.size(); i++) {
                receive(i, payload);
            }
        }
        return (long) rounds * sockets.size();
    }

    void send(int client, byte[] message) throws IOException {
        sockets.get(client).getOutputStream().write(message);
    }

    void receive(int client, int length) throws IOException {
        try {
            if (sockets.get(client).getInputStream().readNBytes(length).length < length) {
                throw new EOFException("the server closed a connection before an echo was back");
            }
        } catch (SocketTimeoutException e) {
            throw new IOException(
                    "an echo did not come back within %s s".formatted(PATIENCE.toSeconds()), e);
        }
    }

    /// Their own ends, by which the server knows them.
    List<Integer> ports() {
        return sockets.stream().map(Socket::getLocalPort).toList();
    }

    void close(int client) throws IOException {
        sockets.get(client).close();
    }

    @Override
    public void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }
}
