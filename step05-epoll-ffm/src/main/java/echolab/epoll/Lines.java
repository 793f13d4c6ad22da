package echolab.epoll;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// How is a stream of bytes cut into pieces? By reading ahead, and keeping what lies behind the piece for the next read.
final class Lines {

    private static final int LONGEST_LINE = 64 << 10;
    private static final int CHUNK = 4096;

    private final Stream stream;
    private ByteBuffer ahead; // made at first use: an echo server never reads ahead

    Lines(Stream stream) {
        this.stream = stream;
    }

    boolean hasBytes() {
        return ahead != null && ahead.hasRemaining();
    }

    int take(ByteBuffer into) {
        var count = Math.min(into.remaining(), ahead.remaining());
        into.put(into.position(), ahead, ahead.position(), count);
        into.position(into.position() + count);
        ahead.position(ahead.position() + count);
        return count;
    }

    byte[] until(byte delimiter, int limit) throws IOException {
        var piece = new ByteArrayOutputStream();
        while (hasBytes() || fill()) {
            var next = ahead.get();
            piece.write(next);
            if (next == delimiter) {
                break;
            }
            if (piece.size() >= limit) {
                throw tooLong(limit, "the byte " + delimiter);
            }
        }
        return piece.toByteArray();
    }

    String line() throws IOException {
        var bytes = until((byte) '\n', LONGEST_LINE);
        if (bytes.length == 0) {
            return null;
        }
        var length = bytes.length;
        if (bytes[length - 1] == '\n') {
            length--;
            if (length > 0 && bytes[length - 1] == '\r') {
                length--;
            }
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    byte[] all(int limit) throws IOException {
        var bytes = new ByteArrayOutputStream();
        while (hasBytes() || fill()) {
            if (bytes.size() + ahead.remaining() > limit) {
                throw tooLong(limit, "its end");
            }
            var chunk = new byte[ahead.remaining()];
            ahead.get(chunk);
            bytes.writeBytes(chunk);
        }
        return bytes.toByteArray();
    }

    private boolean fill() throws IOException {
        if (ahead == null) {
            ahead = ByteBuffer.allocateDirect(CHUNK);
        }
        var count = 0;
        try {
            count = stream.receive(ahead.clear());
        } finally {
            ahead.flip();
        }
        return count > 0;
    }

    private IOException tooLong(int limit, String what) {
        return new IOException("%s sent %d bytes without %s".formatted(stream, limit, what));
    }
}
