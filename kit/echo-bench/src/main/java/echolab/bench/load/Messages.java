package echolab.bench.load;

import java.nio.ByteBuffer;
import java.util.Random;

/// What is sent, and how its echo is known to be the right one.
///
/// All messages are cut from one row of random bytes, each from another start, so that an echo that was meant for another
/// connection or belongs to an earlier message does not match. Nothing is allocated for a message.
final class Messages {

    private static final int STARTS = 4096;
    private static final int STRIDE = 61;

    private final int size;
    private final ByteBuffer out;
    private final ByteBuffer expected;

    /// @param size bytes of a message
    Messages(int size) {
        this.size = size;
        var bytes = new byte[size + STARTS];
        new Random(size).nextBytes(bytes);
        this.out = ByteBuffer.allocateDirect(bytes.length).put(bytes);
        this.expected = out.duplicate();
    }

    int size() {
        return size;
    }

    /// Where the message after the one at `start` begins.
    static int after(int start) {
        return (start + STRIDE) & (STARTS - 1);
    }

    /// What is left to send of the message at `start` once `sent` bytes of it are gone. Valid until the next call.
    ByteBuffer rest(int start, int sent) {
        return out.limit(start + size).position(start + sent);
    }

    /// Whether these bytes are what has to come back of the message at `start`, after its first `received` bytes.
    boolean matches(ByteBuffer bytes, int start, int received) {
        var from = start + received;
        expected.limit(from + bytes.remaining()).position(from);
        return expected.mismatch(bytes) < 0;
    }
}
