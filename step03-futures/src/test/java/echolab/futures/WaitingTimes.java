package echolab.futures;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How long does a client of this server wait? A measurement in which nobody who has to wait is forgotten.
final class WaitingTimes {

    private static final int MESSAGES = 200;
    private static final long EVERY_NANOS = 5_000_000;

    private WaitingTimes() {}

    // tag::waiting-times[]
    /// Lets a client send [#MESSAGES] bytes, one every 5 ms, as if each came from another user, and gives for each how long its user waited: from
    /// the moment at which it was to be sent until its answer was there.
    static List<Duration> of(InetSocketAddress server) throws Exception {
        try (var socket = new Socket(server.getAddress(), server.getPort())) {
            socket.setTcpNoDelay(true);
            var begin = System.nanoTime();
            // users come whether the server answers or not, so who sends does not wait for answers
            var sender = Thread.ofVirtual().start(() -> send(socket, begin));
            var waited = new ArrayList<Duration>();
            while (waited.size() < MESSAGES) {
                if (socket.getInputStream().read() < 0) {
                    throw new IOException("the server hung up after " + waited.size() + " bytes");
                }
                var due = begin + waited.size() * EVERY_NANOS;
                waited.add(Duration.ofNanos(System.nanoTime() - due));
            }
            sender.join();
            return waited;
        }
    }

    private static void send(Socket socket, long begin) {
        try {
            for (var i = 0; i < MESSAGES; i++) {
                Thread.sleep(Duration.ofNanos(begin + i * EVERY_NANOS - System.nanoTime()));
                socket.getOutputStream().write(i);
            }
        } catch (IOException | InterruptedException _) {
            // whoever reads sees the end
        }
    }
    // end::waiting-times[]
}
