package echolab.epoll.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import echolab.epoll.LoopTest;
import echolab.epoll.Until;
import echolab.epoll.VirtualTime;
import echolab.epoll.task.Task;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/// What becomes of bytes that were read ahead when the piece is not whole, too long, or wanted by two?
@LoopTest
class LinesTest {

    private interface LineTest {
        void test(Stream reader, Stream writer) throws Exception;
    }

    /// Both ends of a connection; what is written to one is read from the other.
    private static void ofTwoEnds(LineTest test) throws Exception {
        Task.run(() -> {
            var listener = Loopback.listen();
            Loopback.serve(listener, Loopback::echo);
            try (var both = Loopback.connectTo(listener)) {
                test.test(both, both);
            }
            return null;
        });
    }

    private static void write(Stream stream, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        stream.write(ByteBuffer.allocateDirect(bytes.length).put(bytes).flip());
    }

    @Test
    void a_line_whose_reader_ran_out_of_time_is_read_whole_by_the_next() throws Exception {
        ofTwoEnds((reader, writer) -> {
            write(writer, "half a ");
            assertThat(catchThrowable(() -> Task.timeout(VirtualTime.ms(50), reader::readLine)))
                    .isInstanceOf(TimeoutException.class);
            write(writer, "line\n");
            assertThat(reader.readLine()).isEqualTo("half a line");
        });
    }

    @Test
    void a_second_reader_is_refused_while_the_first_waits_for_the_rest_of_a_line()
            throws Exception {
        ofTwoEnds((reader, writer) -> {
            write(writer, "half a ");
            var line = Task.spawn("line reader", reader::readLine);
            Until.holds(
                    "the task has read half a line and waits",
                    () -> reader.operationOf(line).equals("read") && !reader.readable,
                    line::awaits);
            assertThatThrownBy(() -> reader.read(ByteBuffer.allocateDirect(64)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("task line reader already waits to read here");
            write(writer, "line\n");
            assertThat(line.await()).isEqualTo("half a line");
        });
    }

    @Test
    void a_line_longer_than_one_read_is_whole() throws Exception {
        var line = "0123456789".repeat(2_000);
        ofTwoEnds((reader, writer) -> {
            write(writer, line + "\n" + line + "\nrest");
            writer.shutdownOutput();
            assertThat(reader.readLine()).isEqualTo(line);
            assertThat(reader.readLine()).isEqualTo(line);
            assertThat(reader.readLine()).isEqualTo("rest");
            assertThat(reader.readLine()).isNull();
        });
    }

    @Test
    void a_piece_that_is_too_long_is_refused_and_says_how_long() throws Exception {
        ofTwoEnds((reader, writer) -> {
            write(writer, "0123456789");
            writer.shutdownOutput();
            assertThatThrownBy(() -> reader.readUntil((byte) '\n', 5))
                    .isInstanceOf(IOException.class)
                    .hasMessage(reader + " sent 5 bytes without the byte 10");
            assertThatThrownBy(() -> reader.readAll(4))
                    .isInstanceOf(IOException.class)
                    .hasMessage(reader + " sent 4 bytes without its end");
        });
    }
}
