package echolab.epoll.examples;

import echolab.epoll.net.Stream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// How does text become bytes that the kernel can reach? Piece by piece, through one direct buffer for all lines.
///
/// It belongs to one task: two that wrote through it would mix their bytes.
record LineWriter(Stream stream, ByteBuffer buffer) {

    LineWriter(Stream stream) {
        this(stream, ByteBuffer.allocateDirect(2048));
    }

    void write(String line) throws IOException {
        var bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        for (var from = 0; from < bytes.length; from += buffer.capacity()) {
            var length = Math.min(buffer.capacity(), bytes.length - from);
            stream.write(buffer.clear().put(bytes, from, length).flip());
        }
    }
}
