package echolab.epoll.net;

import static echolab.epoll.linux.Epoll.EPOLLIN;
import static echolab.epoll.linux.Epoll.EPOLLRDHUP;
import static echolab.epoll.net.ScriptedStream.resultOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import echolab.epoll.LoopTest;
import echolab.epoll.task.Task;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How is a stream of bytes cut into pieces, however it comes: piece by piece, all at once, byte by byte, or not to its end?
///
/// The test says what has arrived, and when the loop is told of it.
@LoopTest
class ReadingPiecesTest {

    private static final byte NEWLINE = (byte) '\n';
    private static final int LONGEST_LINE = 64 << 10;

    private interface Reading {
        void of(ScriptedStream peer, Stream stream) throws Exception;
    }

    private static void reading(Reading test) throws Exception {
        Task.run(() -> {
            try (var peer = new ScriptedStream();
                    var stream = peer.stream) {
                test.of(peer, stream);
            }
            return null;
        });
    }

    private static void arrives(ScriptedStream peer, String text) throws IOException {
        peer.sends(text).isTold(EPOLLIN);
    }

    private static void ends(ScriptedStream peer) throws IOException {
        peer.ends().isTold(EPOLLIN | EPOLLRDHUP);
    }

    /// Begins to read, and waits for the rest.
    private static <T> Task<T> begun(Callable<T> reading) {
        var task = Task.spawn("reader", reading);
        Task.yield();
        assertThat(task.isDone()).as("the reader has all it asked for").isFalse();
        return task;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static String text(ByteBuffer buffer) {
        var bytes = new byte[buffer.flip().remaining()];
        buffer.get(bytes);
        return text(bytes);
    }

    private static ByteBuffer room(int bytes) {
        return ByteBuffer.allocateDirect(bytes);
    }

    private static String read(Stream stream, int room) throws IOException {
        var buffer = room(room);
        stream.read(buffer);
        return text(buffer);
    }

    // read

    @Test
    void a_read_into_no_room_takes_nothing() throws Exception {
        reading((peer, stream) -> {
            arrives(peer, "abc");
            assertThat(stream.read(room(0))).isZero();
            assertThat(read(stream, 8)).isEqualTo("abc");
        });
    }

    @Test
    void a_read_takes_what_has_room_and_leaves_the_rest() throws Exception {
        reading((peer, stream) -> {
            arrives(peer, "line1line2");
            assertThat(read(stream, 5)).isEqualTo("line1");
            assertThat(read(stream, 5)).isEqualTo("line2");
        });
    }

    @Test
    void a_read_gives_what_has_come_and_does_not_wait_for_a_full_buffer() throws Exception {
        reading((peer, stream) -> {
            var reader = begun(() -> read(stream, 100));
            arrives(peer, "abc");
            assertThat(resultOf(reader, "three bytes are enough")).isEqualTo("abc");
        });
    }

    @Test
    void the_end_is_read_again_and_again() throws Exception {
        reading((peer, stream) -> {
            ends(peer);
            for (var i = 0; i < 3; i++) {
                assertThat(stream.read(room(1))).isEqualTo(-1);
            }
            assertThat(stream.readLine()).isNull();
            assertThat(stream.readAll(10)).isEmpty();
            assertThat(stream.readUntil(NEWLINE, 10)).isEmpty();
        });
    }

    // lines

    @Test
    void a_line_that_comes_in_pieces_is_put_together_and_what_follows_is_kept() throws Exception {
        reading((peer, stream) -> {
            arrives(peer, "chunk1 ");
            var line = begun(stream::readLine);
            arrives(peer, "chunk2 ");
            Task.yield();
            assertThat(line.isDone()).isFalse();
            arrives(peer, "chunk3\nchunk4");
            assertThat(resultOf(line, "the line is whole")).isEqualTo("chunk1 chunk2 chunk3");
            assertThat(read(stream, 100)).isEqualTo("chunk4");
        });
    }

    @Test
    void lines_that_came_together_are_read_without_another_event() throws Exception {
        reading((peer, stream) -> {
            arrives(peer, "line1\nline2\nline3\n");
            for (var expected : List.of("line1", "line2", "line3")) {
                var line = Task.spawn("reader", stream::readLine);
                assertThat(resultOf(line, "all three lines are there")).isEqualTo(expected);
            }
        });
    }

    @Test
    void a_line_end_of_two_bytes_may_come_in_two_pieces() throws Exception {
        reading((peer, stream) -> {
            arrives(peer, "line\r");
            var line = begun(stream::readLine);
            arrives(peer, "\nrest");
            assertThat(resultOf(line, "its end is whole")).isEqualTo("line");
            assertThat(read(stream, 100)).isEqualTo("rest");
        });
    }

    @Test
    void a_carriage_return_alone_ends_no_line() throws Exception {
        reading((peer, stream) -> {
            arrives(peer, "a\rb\r\r\n");
            assertThat(stream.readLine()).isEqualTo("a\rb\r");
        });
    }

    @Test
    void empty_lines_are_lines() throws Exception {
        reading((peer, stream) -> {
            arrives(peer, "\n\r\n\n");
            ends(peer);
            for (var i = 0; i < 3; i++) {
                assertThat(stream.readLine()).isEmpty();
            }
            assertThat(stream.readLine()).isNull();
        });
    }

    @Test
    void the_last_line_needs_no_end() throws Exception {
        reading((peer, stream) -> {
            arrives(peer, "some data");
            var line = begun(stream::readLine);
            ends(peer);
            assertThat(resultOf(line, "the stream has ended")).isEqualTo("some data");
            assertThat(stream.readLine()).isNull();
        });
    }

    @Test
    void a_letter_of_two_bytes_may_come_in_two_pieces() throws Exception {
        reading((peer, stream) -> {
            var bytes = "é\n".getBytes(StandardCharsets.UTF_8);
            peer.peer.getOutputStream().write(bytes, 0, 1);
            peer.isTold(EPOLLIN);
            var line = begun(stream::readLine);
            peer.peer.getOutputStream().write(bytes, 1, 2);
            peer.isTold(EPOLLIN);
            assertThat(resultOf(line, "the letter is whole")).isEqualTo("é");
        });
    }

    @Test
    void a_line_that_comes_byte_by_byte_is_put_together() throws Exception {
        reading((peer, stream) -> {
            arrives(peer, "b");
            var line = begun(stream::readLine);
            for (var letter : "yte by byte\n".split("")) {
                arrives(peer, letter);
                Task.yield();
            }
            assertThat(resultOf(line, "the line is whole")).isEqualTo("byte by byte");
        });
    }

    @Test
    void the_longest_line_is_read_and_one_that_is_a_byte_longer_is_refused() throws Exception {
        reading((peer, stream) -> {
            var longest = "x".repeat(LONGEST_LINE - 1) + "\n";
            var writer = Thread.ofPlatform().start(() -> sendAll(peer, longest + "x" + longest));
            stream.ready(EPOLLIN);
            var line = new String[1];
            var refused = new Throwable[1];
            var reader =
                    Task.spawn(
                            "reader",
                            () -> {
                                line[0] = stream.readLine();
                                refused[0] = catchThrowable(stream::readLine);
                            });
            while (!reader.isDone()) {
                peer.isTold(EPOLLIN);
                Task.yield();
            }
            writer.join();
            assertThat(line[0]).hasSize(LONGEST_LINE - 1);
            assertThat(refused[0])
                    .isInstanceOf(IOException.class)
                    .hasMessage(stream + " sent 65536 bytes without the byte 10");
        });
    }

    private static void sendAll(ScriptedStream peer, String text) {
        try {
            peer.sends(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    // until

    @Test
    void pieces_end_with_their_delimiter_and_may_be_nothing_else() throws Exception {
        reading((peer, stream) -> {
            arrives(peer, ";a;;b");
            ends(peer);
            for (var expected : List.of(";", "a;", ";", "b", "")) {
                assertThat(text(stream.readUntil((byte) ';', 10))).isEqualTo(expected);
            }
        });
    }

    @Test
    void a_delimiter_may_be_any_byte() throws Exception {
        reading((peer, stream) -> {
            peer.peer.getOutputStream().write(new byte[] {1, 0, (byte) 0xff, 2});
            peer.isTold(EPOLLIN);
            assertThat(stream.readUntil((byte) 0, 10)).containsExactly(1, 0);
            assertThat(stream.readUntil((byte) 0xff, 10)).containsExactly(0xff);
        });
    }

    @Test
    void a_piece_as_long_as_the_limit_is_given_and_a_longer_one_is_not() throws Exception {
        reading((peer, stream) -> {
            arrives(peer, "1234567;12345678;");
            assertThat(text(stream.readUntil((byte) ';', 8))).isEqualTo("1234567;");
            assertThatThrownBy(() -> stream.readUntil((byte) ';', 8))
                    .isInstanceOf(IOException.class)
                    .hasMessage(stream + " sent 8 bytes without the byte 59");
        });
    }

    @Test
    void a_piece_that_was_refused_can_be_read_with_a_larger_limit_or_as_bytes() throws Exception {
        reading((peer, stream) -> {
            arrives(peer, "some data;rest");
            assertThatThrownBy(() -> stream.readUntil((byte) ';', 3))
                    .isInstanceOf(IOException.class);
            assertThat(text(stream.readUntil((byte) ';', 100))).isEqualTo("some data;");
            assertThatThrownBy(() -> stream.readUntil((byte) ';', 3))
                    .isInstanceOf(IOException.class);
            assertThat(read(stream, 100)).isEqualTo("rest");
        });
    }

    @Test
    void a_piece_is_refused_as_soon_as_the_limit_is_reached_and_not_at_its_end() throws Exception {
        reading((peer, stream) -> {
            arrives(peer, "ab");
            var piece = begun(() -> stream.readUntil((byte) ';', 3));
            arrives(peer, "c");
            Task.yield();
            assertThat(catchThrowable(piece::await)).hasMessageContaining("sent 3 bytes without");
        });
    }

    @Test
    void a_piece_that_the_stream_breaks_off_is_what_there_is() throws Exception {
        reading((peer, stream) -> {
            arrives(peer, "some data");
            var piece = begun(() -> stream.readUntil((byte) ';', 100));
            ends(peer);
            assertThat(text(resultOf(piece, "the stream has ended"))).isEqualTo("some data");
        });
    }

    // exactly

    @Test
    void exactly_nothing_is_read_at_once() throws Exception {
        reading((peer, stream) -> {
            arrives(peer, "abc");
            stream.readExactly(room(0));
            ends(peer);
            stream.readExactly(room(0));
            assertThat(read(stream, 10)).isEqualTo("abc");
        });
    }

    @Test
    void exactly_so_many_bytes_are_put_together_and_the_rest_is_left() throws Exception {
        reading((peer, stream) -> {
            var buffer = room(6);
            arrives(peer, "abcd");
            var reader = begun(() -> readExactly(stream, buffer));
            arrives(peer, "efgh");
            resultOf(reader, "six bytes have come");
            assertThat(text(buffer)).isEqualTo("abcdef");
            assertThat(read(stream, 10)).isEqualTo("gh");
        });
    }

    private static Void readExactly(Stream stream, ByteBuffer buffer) throws IOException {
        stream.readExactly(buffer);
        return null;
    }

    @Test
    void a_stream_that_ends_too_early_leaves_what_came_in_the_buffer() throws Exception {
        reading((peer, stream) -> {
            var buffer = room(10);
            arrives(peer, "abc");
            var reader = begun(() -> readExactly(stream, buffer));
            ends(peer);
            assertThat(catchThrowable(() -> resultOf(reader, "the stream has ended")))
                    .isInstanceOf(EOFException.class)
                    .hasMessageContaining("ended 7 bytes before what was asked for");
            assertThat(text(buffer)).isEqualTo("abc");
        });
    }

    @Test
    void exactly_so_many_bytes_come_first_from_what_was_read_ahead_and_then_from_the_kernel()
            throws Exception {
        reading((peer, stream) -> {
            var buffer = room(8);
            arrives(peer, "line\nabc");
            assertThat(stream.readLine()).isEqualTo("line");
            var reader = begun(() -> readExactly(stream, buffer));
            arrives(peer, "defgh");
            resultOf(reader, "eight bytes have come");
            assertThat(text(buffer)).isEqualTo("abcdefgh");
        });
    }

    // all

    @Test
    void all_is_everything_up_to_the_end() throws Exception {
        reading((peer, stream) -> {
            arrives(peer, "chunk1\n");
            var all = begun(() -> stream.readAll(100));
            arrives(peer, "chunk2");
            ends(peer);
            assertThat(text(resultOf(all, "the stream has ended"))).isEqualTo("chunk1\nchunk2");
        });
    }

    @Test
    void all_begins_with_what_was_read_ahead() throws Exception {
        reading((peer, stream) -> {
            arrives(peer, "line\nrest");
            assertThat(stream.readLine()).isEqualTo("line");
            ends(peer);
            assertThat(text(stream.readAll(100))).isEqualTo("rest");
        });
    }

    @Test
    void all_may_be_as_much_as_the_limit_and_no_more() throws Exception {
        reading((peer, stream) -> {
            arrives(peer, "12345");
            ends(peer);
            assertThatThrownBy(() -> stream.readAll(4))
                    .hasMessageContaining("sent 4 bytes without");
            assertThat(text(stream.readAll(5))).isEqualTo("12345");
        });
    }

    // a mixture

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 64})
    void lines_and_bytes_can_be_read_by_turns(int room) throws Exception {
        reading((peer, stream) -> {
            arrives(peer, "line1\nline2\nline3\n");
            ends(peer);
            var seen = new StringBuilder();
            for (String line; (line = stream.readLine()) != null; ) {
                seen.append(line).append('|').append(read(stream, room)).append('|');
            }
            var text = seen.toString().replace("|", "").replace("\n", "");
            assertThat(text).isEqualTo("line1line2line3");
            assertThat(seen.toString())
                    .startsWith("line1|" + "line2\nline3\n".substring(0, Math.min(room, 12)));
        });
    }

    // cancelled

    @Test
    void a_reader_that_is_cancelled_leaves_what_came_to_the_next_one() throws Exception {
        reading((peer, stream) -> {
            arrives(peer, "half a ");
            var first = begun(stream::readLine);
            first.cancel();
            assertThat(catchThrowable(first::await)).isInstanceOf(CancellationException.class);
            arrives(peer, "line\n");
            assertThat(stream.readLine()).isEqualTo("half a line");
        });
    }

    @Test
    void whoever_reads_all_and_is_cancelled_leaves_all_to_the_next_one() throws Exception {
        reading((peer, stream) -> {
            arrives(peer, "line1\nline2\n");
            var first = begun(() -> stream.readAll(100));
            first.cancel();
            assertThat(catchThrowable(first::await)).isInstanceOf(CancellationException.class);
            assertThat(stream.readLine()).isEqualTo("line1");
            assertThat(stream.readLine()).isEqualTo("line2");
        });
    }

    @Test
    void whoever_reads_exactly_and_is_cancelled_has_in_the_buffer_what_came() throws Exception {
        reading((peer, stream) -> {
            var buffer = room(10);
            arrives(peer, "abc");
            var first = begun(() -> readExactly(stream, buffer));
            first.cancel();
            assertThat(catchThrowable(first::await)).isInstanceOf(CancellationException.class);
            arrives(peer, "defghij");
            stream.readExactly(buffer);
            assertThat(text(buffer)).isEqualTo("abcdefghij");
        });
    }

    @Test
    void bytes_that_come_in_the_turn_in_which_their_reader_is_cancelled_are_not_lost()
            throws Exception {
        reading((peer, stream) -> {
            var first = begun(() -> read(stream, 10));
            peer.sends("abc");
            first.cancel();
            peer.isTold(EPOLLIN);
            var thrown = catchThrowable(first::await);
            var seen = thrown == null ? first.await() : read(stream, 10);
            assertThat(seen).isEqualTo("abc");
        });
    }

    // refused

    @Test
    void two_readers_are_refused_whatever_each_reads() throws Exception {
        reading((peer, stream) -> {
            arrives(peer, "half");
            var first = begun(stream::readLine);
            List<Callable<?>> others =
                    List.of(
                            stream::readLine,
                            () -> stream.readAll(10),
                            () -> stream.readUntil(NEWLINE, 10),
                            () -> stream.read(room(1)),
                            () -> readExactly(stream, room(1)));
            for (var other : others) {
                assertThatThrownBy(other::call).isInstanceOf(IllegalStateException.class);
            }
            arrives(peer, " a line\n");
            assertThat(resultOf(first, "the line is whole")).isEqualTo("half a line");
        });
    }

    @Test
    void a_closed_stream_gives_nothing_not_even_what_was_read_ahead() throws Exception {
        reading((peer, stream) -> {
            arrives(peer, "line1\nline2\n");
            assertThat(stream.readLine()).isEqualTo("line1");
            stream.close();
            List<Callable<?>> readers =
                    List.of(
                            stream::readLine,
                            () -> stream.readAll(10),
                            () -> stream.read(room(1)),
                            () -> readExactly(stream, room(1)));
            for (var reader : readers) {
                assertThatThrownBy(reader::call).isInstanceOf(ClosedChannelException.class);
            }
        });
    }
}
