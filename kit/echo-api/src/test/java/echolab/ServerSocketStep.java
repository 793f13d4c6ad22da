package echolab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// The least that a step can be: it listens, and that is all these tests need of it.
final class ServerSocketStep implements EchoStep {

    @Override
    public String id() {
        return "step00";
    }

    @Override
    public String title() {
        return "server socket";
    }

    @Override
    public EchoServer listen(EchoOptions options) throws IOException {
        var socket = new ServerSocket();
        try {
            socket.bind(options.address(), options.backlog());
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        return new Listening(socket);
    }

    private record Listening(ServerSocket socket) implements EchoServer {

        @Override
        public InetSocketAddress address() {
            return (InetSocketAddress) socket.getLocalSocketAddress();
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new IllegalStateException("cannot close " + socket, e);
            }
        }
    }
}
