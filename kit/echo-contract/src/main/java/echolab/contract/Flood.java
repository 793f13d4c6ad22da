package echolab.contract;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// A client that always has more to send, and reads as fast as it sends: one thread for each. A server that reads "as
/// long as there is something" never leaves it.
final class Flood implements AutoCloseable {

    private static final int CHUNK = 256 * 1024;

    private final SocketChannel channel;
    private volatile long echoed;

    private Flood(SocketChannel channel) {
        this.channel = channel;
    }

    static Flood start(InetSocketAddress address, Duration patience) throws IOException {
        var flood = new Flood(EchoClient.open(address, patience));
        Thread.ofPlatform().daemon().name("flood, write").start(flood::write);
        Thread.ofPlatform().daemon().name("flood, read").start(flood::read);
        return flood;
    }

    /// How many bytes have come back to it.
    long echoed() {
        return echoed;
    }

    private void write() {
        var output = ByteBuffer.allocateDirect(CHUNK);
        try {
            while (true) {
                channel.write(output.clear());
            }
        } catch (IOException _) {
            // closed by us, or by the server: whether it may do so is for other cases to say
        }
    }

    private void read() {
        var input = ByteBuffer.allocateDirect(CHUNK);
        try {
            for (var count = 0; count >= 0; count = channel.read(input.clear())) {
                echoed += count;
            }
        } catch (IOException _) {
            // as above
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
