package echolab.jmh;

import echolab.epoll.net.Listener;
import echolab.epoll.net.Stream;
import echolab.epoll.task.Task;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/// The time and the garbage of a message of 106 bytes to the server and back. Client and server are two tasks on one
/// loop, or two virtual threads on one carrier, so each round trip is two switches too.
///
/// `gc.alloc.rate.norm` is the garbage of one round trip in bytes. This is a part, not a server under load: what an
/// echo costs among a thousand others is for `./lab bench`. The connection that is measured is made before the first
/// iteration, after another has warmed the code: its garbage is in no figure, and its task was not started by cold
/// code.
///
/// ```text
/// ./lab jmh EchoRoundTrip
/// ```
public class EchoRoundTrip {

    private static final int ROUND_TRIPS = 10_000;
    private static final int WARM_UPS = 3;
    private static final int MESSAGE = 106;
    private static final int READ_BUFFER = 2048;
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    public static class Tasks extends OnLoop {

        private final ByteBuffer message = ByteBuffer.allocateDirect(MESSAGE);
        private final ByteBuffer answer = ByteBuffer.allocateDirect(MESSAGE);
        private Listener listener;
        private Task<?> server;
        private Stream stream;

        @Setup
        public void warmUpAndConnect() throws Exception {
            connect();
            for (var i = 0; i < WARM_UPS; i++) {
                thereAndBack();
            }
            close();
            connect();
        }

        private void connect() throws Exception {
            listener = Listener.bind(new InetSocketAddress(LOOPBACK, 0), 1, false);
            server = Task.spawn("server", () -> listener.serveForever(Tasks::echo));
            var port = listener.address().getPort();
            stream = Stream.connect(LOOPBACK.getHostAddress(), port, Duration.ofSeconds(10));
        }

        private static void echo(Stream stream) throws IOException {
            var buffer = ByteBuffer.allocateDirect(READ_BUFFER);
            while (stream.read(buffer.clear()) >= 0) stream.write(buffer.flip());
        }

        @Benchmark
        @OperationsPerInvocation(ROUND_TRIPS)
        public void thereAndBack() throws Exception {
            inNewTask(() -> {
                for (var i = 0; i < ROUND_TRIPS; i++) {
                    stream.write(message.clear());
                    stream.readExactly(answer.clear());
                }
            });
        }

        @TearDown
        public void close() throws Exception {
            stream.close();
            server.cancel();
            try {
                server.await();
            } catch (CancellationException _) {
                listener.close(Duration.ofSeconds(10));
            }
        }
    }

    public static class VirtualThreads extends OnVirtualThreads {

        private final byte[] message = new byte[MESSAGE];
        private final byte[] answer = new byte[MESSAGE];
        private Socket socket;

        @Setup
        public void warmUpAndConnect() throws Exception {
            connect();
            for (var i = 0; i < WARM_UPS; i++) {
                thereAndBack();
            }
            close();
            connect();
        }

        private void connect() throws Exception {
            try (var listener = new ServerSocket(0, 1, LOOPBACK)) {
                socket = new Socket(LOOPBACK, listener.getLocalPort());
                socket.setTcpNoDelay(true);
                var accepted = listener.accept();
                Thread.startVirtualThread(() -> echo(accepted));
            }
        }

        private static void echo(Socket accepted) {
            try (accepted) {
                accepted.setTcpNoDelay(true);
                var in = accepted.getInputStream();
                var out = accepted.getOutputStream();
                var buffer = new byte[READ_BUFFER];
                for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    out.write(buffer, 0, count);
                }
            } catch (IOException e) {
                throw new IllegalStateException("the echo server of the benchmark failed", e);
            }
        }

        @Benchmark
        @OperationsPerInvocation(ROUND_TRIPS)
        public void thereAndBack() throws Exception {
            inNewThread(() -> {
                var in = socket.getInputStream();
                var out = socket.getOutputStream();
                for (var i = 0; i < ROUND_TRIPS; i++) {
                    out.write(message);
                    in.readNBytes(answer, 0, MESSAGE);
                }
            });
        }

        @TearDown
        public void close() throws IOException {
            socket.close();
        }
    }
}
