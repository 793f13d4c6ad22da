package echolab.process;

import echolab.EchoMain;
import echolab.EchoOptions;
import echolab.EchoServer;
import echolab.EchoStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// A step that listens and answers nobody: these tests are about its process.
public final class QuietStep implements EchoStep {

    public static void main(String[] args) {
        EchoMain.run(new QuietStep(), args);
    }

    @Override
    public String id() {
        return "quiet";
    }

    @Override
    public String title() {
        return "listens only";
    }

    @Override
    public EchoServer listen(EchoOptions options) throws IOException {
        var socket =
                new ServerSocket(options.port(), options.backlog(), options.address().getAddress());
        return new Listening(socket);
    }

    private record Listening(ServerSocket socket) implements EchoServer {

        @Override
        public InetSocketAddress address() {
            return (InetSocketAddress) socket.getLocalSocketAddress();
        }

        @Override
        public void close() {
            System.out.println("closed gracefully");
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot close " + socket, e);
            }
        }
    }
}
