package echolab.epoll.net;

import echolab.epoll.task.Task;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/// Both ends of a connection inside one loop: the stage of the tests about streams.
public final class Loopback {

    public static final Duration LIMIT = Duration.ofMinutes(1);

    private Loopback() {}

    public static Listener listen() throws IOException {
        return Listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16, false);
    }

    public static Task<Void> serve(Listener listener, Listener.Handler handler) {
        return Task.spawn("server", () -> listener.serveForever(handler));
    }

    public static Stream connectTo(Listener listener) throws Exception {
        return Stream.connect("127.0.0.1", listener.address().getPort(), LIMIT);
    }

    /// A stream to a peer that never reads, never writes and never closes.
    public static Stream connectToSilence() throws Exception {
        var listener = listen();
        serve(listener, _ -> Task.sleep(Duration.ofDays(1)));
        return connectTo(listener);
    }

    public static void echo(Stream stream) throws IOException {
        var buffer = ByteBuffer.allocateDirect(2048);
        while (stream.read(buffer.clear()) >= 0) {
            stream.write(buffer.flip());
        }
    }

    /// Writes until nobody takes it any more, and beyond.
    public static void flood(Stream stream) throws IOException {
        var buffer = ByteBuffer.allocateDirect(1 << 20);
        while (true) {
            stream.write(buffer.clear());
        }
    }

    public static ByteBuffer bytes(int... values) {
        var buffer = ByteBuffer.allocateDirect(values.length);
        for (var value : values) {
            buffer.put((byte) value);
        }
        return buffer.flip();
    }

    /// A listening socket of the JDK, whose backlog holds connections that nobody accepts.
    public static ServerSocket backlog(int length) throws IOException {
        return new ServerSocket(0, length, InetAddress.getLoopbackAddress());
    }

    /// Those of this JVM, by the numbers of their inodes: what a test before left open may be closed meanwhile, and is not missed.
    public static Set<String> openSockets() throws IOException {
        var sockets = new HashSet<String>();
        for (var open : Objects.requireNonNull(new File("/proc/self/fd").listFiles())) {
            try {
                sockets.add(Files.readSymbolicLink(open.toPath()).toString());
            } catch (NoSuchFileException _) {
                // that of the listing itself, or of a test before
            }
        }
        sockets.removeIf(file -> !file.startsWith("socket:"));
        return sockets;
    }
}
