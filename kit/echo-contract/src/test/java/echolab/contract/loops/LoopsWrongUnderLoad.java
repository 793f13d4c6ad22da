package echolab.contract.loops;

import echolab.EchoOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.BiConsumer;

/// Loops that are right as long as each write takes all it is given. Then each is wrong in a way of its own.
public final class LoopsWrongUnderLoad {

    private LoopsWrongUnderLoad() {}

    /// A loop that reads into one buffer and writes what it has, and is told what to do with what was not written.
    private static class ShortWrites extends LoopStep {
        private final BiConsumer<ByteBuffer, SelectionKey> rest;

        ShortWrites(BiConsumer<ByteBuffer, SelectionKey> rest) {
            this.rest = rest;
        }

        @Override
        protected void echo(SelectionKey key, EchoOptions options) throws IOException {
            var channel = (SocketChannel) key.channel();
            var buffer = buffer(key);
            if (key.isReadable() && channel.read(buffer) < 0) {
                ended(key);
                return;
            }
            channel.write(buffer.flip());
            rest.accept(buffer, key);
            var all = buffer.position() == 0;
            key.interestOps(all ? SelectionKey.OP_READ : SelectionKey.OP_WRITE);
        }

        ByteBuffer buffer(SelectionKey key) {
            return (ByteBuffer) key.attachment();
        }
    }

    /// Does not look at what `write` returns.
    public static final class ForgetsTheRest extends ShortWrites {
        public ForgetsTheRest() {
            super((buffer, _) -> buffer.clear());
        }
    }

    /// Writes all once more when not all was taken.
    public static final class WritesAllAgain extends ShortWrites {
        public WritesAllAgain() {
            super((buffer, _) -> {
                var all = buffer.hasRemaining();
                buffer.position(all ? 0 : buffer.limit()).compact();
            });
        }
    }

    /// Keeps the last byte of the rest in its first place.
    public static final class SwapsTwoBytes extends ShortWrites {
        public SwapsTwoBytes() {
            super((buffer, _) -> {
                buffer.compact();
                var last = buffer.position() - 1;
                if (last > 0) {
                    var first = buffer.get(0);
                    buffer.put(0, buffer.get(last)).put(last, first);
                }
            });
        }
    }

    /// Has one buffer for all connections: the rest of one is written to the next.
    public static final class SharesItsBuffer extends ShortWrites {
        private ByteBuffer shared;

        public SharesItsBuffer() {
            super((buffer, _) -> buffer.compact());
        }

        @Override
        ByteBuffer buffer(SelectionKey key) {
            if (shared == null) {
                shared = ByteBuffer.allocateDirect(super.buffer(key).capacity());
            }
            return shared;
        }
    }

    /// Reads up to a megabyte ahead of what it writes, and at the end of stream closes with what it has not written yet.
    public static final class ClosesWithBytesToWrite extends LoopStep {
        private static final int AHEAD = 512;

        private final Map<SelectionKey, Queue<ByteBuffer>> waiting = new HashMap<>();

        @Override
        protected void echo(SelectionKey key, EchoOptions options) throws IOException {
            var channel = (SocketChannel) key.channel();
            var chunks = waiting.computeIfAbsent(key, _ -> new ArrayDeque<>());
            if (key.isReadable()) {
                var chunk = ByteBuffer.allocate(options.readBufferSize());
                if (channel.read(chunk) < 0) {
                    ended(key);
                    return;
                }
                chunks.add(chunk.flip());
            }
            while (!chunks.isEmpty() && isWritten(channel, chunks.peek())) {
                chunks.remove();
            }
            var read = chunks.size() < AHEAD ? SelectionKey.OP_READ : 0;
            key.interestOps(chunks.isEmpty() ? read : read | SelectionKey.OP_WRITE);
        }

        private static boolean isWritten(SocketChannel channel, ByteBuffer chunk)
                throws IOException {
            channel.write(chunk);
            return !chunk.hasRemaining();
        }
    }

    /// Never reads again once it has waited to write.
    public static final class WaitsForWritingForEver extends LoopStep {
        @Override
        protected void echo(SelectionKey key, EchoOptions options) throws IOException {
            var waited = key.interestOps() == SelectionKey.OP_WRITE;
            super.echo(key, options);
            if (waited && key.isValid()) {
                key.interestOps(0);
            }
        }
    }
}
