package echolab.epoll.net;

import echolab.epoll.task.Suspension;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// How is a stream of bytes cut into pieces? By reading ahead. What lies behind the piece is kept for the next read, and so is
/// a piece that is not whole yet when its reader is cancelled.
///
/// One task at a time: from its first byte to its last a piece belongs to whoever began it, also while that one gives way.
final class Lines {

    private static final int LONGEST_LINE = 64 << 10;
    private static final int CHUNK = 4096;

    /// A way to take a piece.
    @FunctionalInterface
    private interface Taking<T> {
        T take() throws IOException;
    }

    private final Stream stream;
    private Thread taker;

    /// What was read ahead lies between its position and its limit, also while a task waits for more.
    private ByteBuffer ahead = ByteBuffer.allocateDirect(CHUNK).limit(0);

    Lines(Stream stream) {
        this.stream = stream;
    }

    int read(ByteBuffer into) throws IOException {
        return alone(() -> ahead.hasRemaining() ? readAhead(into) : stream.receive(into));
    }

    byte[] until(byte delimiter, int limit) throws IOException {
        return alone(() -> takeUntil(delimiter, limit));
    }

    String line() throws IOException {
        var bytes = until((byte) '\n', LONGEST_LINE);
        var text = new String(bytes, StandardCharsets.UTF_8);
        var end = text.endsWith("\r\n") ? 2 : text.endsWith("\n") ? 1 : 0;
        return text.isEmpty() ? null : text.substring(0, text.length() - end);
    }

    byte[] all(int limit) throws IOException {
        return alone(() -> takeAll(limit));
    }

    private <T> T alone(Taking<T> taking) throws IOException {
        stream.requireOpen();
        stream.requireNoReader();
        if (taker != null) {
            throw new IllegalStateException(
                    "%s: %s is in the middle of a piece: let one task read, and hand on what it got"
                            .formatted(stream, Suspension.describe(taker)));
        }
        taker = Thread.currentThread();
        try {
            return taking.take();
        } finally {
            taker = null;
        }
    }

    private int readAhead(ByteBuffer into) {
        stream.writableMemory(into);
        var count = Math.min(into.remaining(), ahead.remaining());
        into.put(ahead.slice(ahead.position(), count));
        ahead.position(ahead.position() + count);
        return count;
    }

    private byte[] takeUntil(byte delimiter, int limit) throws IOException {
        for (var looked = 0; looked < limit; looked++) {
            if (looked == ahead.remaining() && !fill()) {
                return take(looked);
            }
            if (ahead.get(ahead.position() + looked) == delimiter) {
                return take(looked + 1);
            }
        }
        throw tooLong(limit, "the byte " + delimiter);
    }

    private byte[] takeAll(int limit) throws IOException {
        do {
            if (ahead.remaining() > limit) {
                throw tooLong(limit, "its end");
            }
        } while (fill());
        return take(ahead.remaining());
    }

    private byte[] take(int count) {
        var piece = new byte[count];
        ahead.get(piece);
        if (!ahead.hasRemaining() && ahead.capacity() > CHUNK) {
            ahead = ByteBuffer.allocateDirect(CHUNK).limit(0); // a long piece is an exception
        }
        return piece;
    }

    private boolean fill() throws IOException {
        if (ahead.position() > 0) {
            ahead.compact().flip();
        }
        if (ahead.limit() == ahead.capacity()) {
            ahead = ByteBuffer.allocateDirect(2 * ahead.capacity()).put(ahead).flip();
        }
        var free = ahead.duplicate().clear().position(ahead.limit());
        var count = stream.receive(free);
        ahead.limit(ahead.limit() + Math.max(0, count));
        return count > 0;
    }

    private IOException tooLong(int limit, String what) {
        return new IOException("%s sent %s bytes without %s".formatted(stream, limit, what));
    }
}
