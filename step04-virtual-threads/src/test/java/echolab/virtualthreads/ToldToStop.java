package echolab.virtualthreads;

import echolab.EchoServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// What does a server do that is told to stop while somebody talks? A test of closing.
final class ToldToStop {

    private ToldToStop() {}

    // tag::told-to-stop[]
    /// Talks to a server, tells it to stop, and throws when its clients may not finish, or when it does not stop. Its grace is an
    /// hour. It ends within five seconds, if the server stops when it should.
    static void examine(EchoServer server) throws Exception {
        try (var client = connect(server)) {
            echo(client, 1);
            var closing =
                    CompletableFuture.runAsync(
                            server::close, command -> Thread.ofPlatform().daemon().start(command));
            awaitRefusal(server);
            // whoever is there may go on
            echo(client, 2);
            if (closing.isDone()) {
                throw new AssertionError("close returned while a client was still talking");
            }
            client.shutdownOutput();
            if (client.getInputStream().read() >= 0) {
                throw new AssertionError("more came back than was sent");
            }
            closing.get(2, TimeUnit.SECONDS);
        }
    }

    /// The listener is closed soon, not at once: `close` has a thread of its own.
    private static void awaitRefusal(EchoServer server) throws Exception {
        var deadline = System.nanoTime() + 2_000_000_000L;
        while (System.nanoTime() < deadline) {
            try {
                connect(server).close();
                Thread.sleep(10);
            } catch (ConnectException _) {
                return;
            }
        }
        throw new AssertionError("a server that was told to stop takes new clients");
    }

    private static void echo(Socket client, int message) throws IOException {
        client.getOutputStream().write(message);
        if (client.getInputStream().read() != message) {
            throw new AssertionError("message " + message + " did not come back");
        }
    }

    private static Socket connect(EchoServer server) throws IOException {
        var socket = new Socket(server.address().getAddress(), server.address().getPort());
        socket.setSoTimeout(2_000);
        return socket;
    }
    // end::told-to-stop[]
}
