package echolab.trace;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/// How are many connections kept busy, with a known number of echoes? In rounds: every connection sends, then every echo
/// is awaited. Within a round the server has as many messages waiting as there are connections.
final class Crowd implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final List<Socket> sockets = new ArrayList<>();
    private final byte[] message;

    Crowd(InetSocketAddress server, int connections, int payload) throws IOException {
        this.message = new byte[payload];
        try {
            for (var i = 0; i < connections; i++) {
                var socket = new Socket(server.getAddress(), server.getPort());
                sockets.add(socket);
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(PATIENCE_MILLIS);
            }
        } catch (IOException e) {
            close();
            throw new IOException(
                    "connection %s of %s was refused: %s"
                            .formatted(sockets.size() + 1, connections, e.getMessage()),
                    e);
        }
    }

    /// @return echoes that came back
    long echo(int rounds) throws IOException {
        for (var i = 0; i < rounds; i++) {
            for (var socket : sockets) {
                socket.getOutputStream().write(message);
            }
            for (var socket : sockets) {
                receive(socket);
            }
        }
        return (long) rounds * sockets.size();
    }

    private void receive(Socket socket) throws IOException {
        try {
            if (socket.getInputStream().readNBytes(message.length).length < message.length) {
                throw new EOFException("the server closed a connection before an echo was back");
            }
        } catch (SocketTimeoutException e) {
            throw new IOException(
                    "an echo did not come back within %s s".formatted(PATIENCE_MILLIS / 1000), e);
        }
    }

    @Override
    public void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }
}
