package echolab.contract;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/// The bytes that a client sends: an endless random stream, the same in every run, and another for every client. Bytes that are
/// lost, doubled, swapped, or sent to the wrong client do not go unnoticed.
///
/// Nothing has to be kept of what was sent: a stream can be entered anywhere, because [SplittableRandom] adds a constant to its
/// seed for every eight bytes.
final class Bytes {

    private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;
    private static final AtomicLong STREAMS = new AtomicLong();

    private final long seed;

    Bytes() {
        this(STREAMS.getAndIncrement());
    }

    Bytes(long seed) {
        this.seed = seed;
    }

    /// So many bytes from a position on.
    ByteBuffer at(long position, long count) {
        var skipped = (int) (position % 8);
        var words = ByteBuffer.allocate((int) (skipped + count + 7) / 8 * 8);
        var random = new SplittableRandom(seed + position / 8 * GOLDEN_RATIO);
        while (words.hasRemaining()) {
            words.putLong(random.nextLong());
        }
        return words.limit((int) (skipped + count)).position(skipped);
    }
}
