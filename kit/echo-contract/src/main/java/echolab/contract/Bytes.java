package echolab.contract;

import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// Which bytes does a client send? An endless stream of random ones, the same in every run, and different for every
/// client: bytes that are lost, doubled, swapped, or sent to the wrong client do not go unnoticed.
///
/// All streams are one circle of random bytes, entered at different places; so nothing has to be kept of what was sent.
final class Bytes {

    /// A prime, so that no server's buffer size divides it.
    private static final int CIRCLE = 1_048_573;

    private static final int SLICE = 64 * 1024;
    private static final ByteBuffer RANDOM = random();
    private static final AtomicInteger STREAMS = new AtomicInteger();

    private final int start = Math.floorMod(STREAMS.getAndIncrement() * 7919, CIRCLE);

    /// The bytes from a position on, at most 64 KiB of them.
    ByteBuffer at(long position, long most) {
        var from = (int) ((start + position) % CIRCLE);
        return RANDOM.slice(from, (int) Math.min(most, SLICE));
    }

    private static ByteBuffer random() {
        var circle = new byte[CIRCLE];
        new Random(1).nextBytes(circle);
        var buffer = ByteBuffer.allocateDirect(CIRCLE + SLICE);
        buffer.put(circle).put(circle, 0, SLICE).flip();
        return buffer.asReadOnlyBuffer();
    }
}
