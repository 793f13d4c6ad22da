package echolab.blocking;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Random;

/// Does a server echo? A test by somebody who does not trust it.
final class AllOfItComesBack {

    private AllOfItComesBack() {}

    // tag::all-of-it[]
    /// Talks to a server, and throws when it does not echo as it should. It ends by itself, since no read waits
    /// longer than two seconds.
    static void examine(InetSocketAddress server) throws IOException {
        try (var socket = new Socket(server.getAddress(), server.getPort())) {
            // a read that waits for ever tells nobody anything
            socket.setSoTimeout(2_000);
            // two messages: a server may be right once; random: zeros look the same in any order
            for (var seed = 0; seed < 2; seed++) {
                var message = new byte[50_000];
                new Random(seed).nextBytes(message);
                socket.getOutputStream().write(message);
                // not `read`: it gives what is there, and TCP knows no messages
                var answer = socket.getInputStream().readNBytes(message.length);
                if (!Arrays.equals(answer, message)) {
                    throw new AssertionError("message " + seed + " did not come back as it was");
                }
            }
            socket.shutdownOutput();
            if (socket.getInputStream().read() >= 0) {
                throw new AssertionError("more came back than was sent");
            }
        }
    }
    // end::all-of-it[]
}
