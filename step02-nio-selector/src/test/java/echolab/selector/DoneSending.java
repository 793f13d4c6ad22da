package echolab.selector;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Random;

/// What becomes of a client that is done with sending and not with reading? A test of half-closed connections.
final class DoneSending {

    private DoneSending() {}

    // tag::done-sending[]
    /// Talks to a server as such a client does, and throws when it is not served to its end. No read
    /// waits longer than two seconds.
    static void examine(InetSocketAddress server) throws IOException {
        var message = new byte[50_000];
        new Random(1).nextBytes(message);
        try (var socket = new Socket(server.getAddress(), server.getPort())) {
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write(message);
            // before anything is read: what has not been answered yet is what may be lost
            socket.shutdownOutput();
            var answer = socket.getInputStream().readNBytes(message.length);
            if (!Arrays.equals(answer, message)) {
                throw new AssertionError(answer.length + " bytes came back, or others");
            }
            // a reset throws here, and so does a connection that stays
            if (socket.getInputStream().read() >= 0) {
                throw new AssertionError("more came back than was sent");
            }
        }
    }
    // end::done-sending[]
}
