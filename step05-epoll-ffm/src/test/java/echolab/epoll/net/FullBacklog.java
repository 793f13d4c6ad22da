package echolab.epoll.net;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/// A port that neither accepts nor refuses: its backlog is full, so the kernel drops every further `SYN`.
public final class FullBacklog implements AutoCloseable {

    private static final int LONG_ENOUGH_ON_LOOPBACK = 300;
    private static final int MORE_THAN_THE_BACKLOG = 16;

    private final ServerSocket server = Loopback.backlog(1);
    private final List<Socket> queued = new ArrayList<>();

    public FullBacklog() throws IOException {
        for (var i = 0; i < MORE_THAN_THE_BACKLOG; i++) {
            var socket = new Socket();
            queued.add(socket);
            try {
                socket.connect(server.getLocalSocketAddress(), LONG_ENOUGH_ON_LOOPBACK);
            } catch (SocketTimeoutException _) {
                return;
            }
        }
        throw new IOException(
                "the kernel took all of %d connections into a backlog of 1"
                        .formatted(MORE_THAN_THE_BACKLOG));
    }

    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        for (var socket : queued) {
            socket.close();
        }
        server.close();
    }
}
