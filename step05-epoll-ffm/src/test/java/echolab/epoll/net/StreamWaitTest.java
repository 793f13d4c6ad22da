package echolab.epoll.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import echolab.epoll.LoopTest;
import echolab.epoll.Until;
import echolab.epoll.loop.EventLoop;
import echolab.epoll.task.Task;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/// What becomes of a task that waits on a stream, when something else happens to the stream or to the task?
@LoopTest
class StreamWaitTest {

    @Test
    void closing_a_stream_wakes_its_reader() throws Exception {
        waitingReader((stream, reader) -> {
            stream.close();
            assertThat(catchThrowable(reader::await))
                    .isInstanceOf(AsynchronousCloseException.class)
                    .hasRootCauseMessage(stream + " was closed while a task waited to read");
        });
    }

    @Test
    void closing_a_stream_wakes_its_writer() throws Exception {
        waitingWriter((stream, writer) -> {
            stream.close();
            assertThat(catchThrowable(writer::await))
                    .isInstanceOf(AsynchronousCloseException.class)
                    .hasRootCauseMessage(stream + " was closed while a task waited to write");
        });
    }

    /// The number of the closed descriptor may be that of another connection by the time that the task goes on.
    @Test
    void a_task_that_gave_others_their_turn_notices_that_they_closed_its_stream() throws Exception {
        Task.run(() -> {
            var listener = Loopback.listen();
            Loopback.serve(listener, Loopback::echo);
            for (var writes : List.of(true, false)) {
                var stream = Loopback.connectTo(listener);
                stream.write(ByteBuffer.allocateDirect(10 * EventLoop.BURST));
                Until.holds("the echo has arrived", () -> stream.readable, () -> stream);
                var busy = Task.spawn("busy", () -> useForEver(stream, writes));
                Task.yield();
                assertThat(stream.operationOf(busy)).as("it is ready and runs").isEmpty();
                stream.close();
                assertThat(catchThrowable(busy::await)).isInstanceOf(ClosedChannelException.class);
            }
            return null;
        });
    }

    private static void useForEver(Stream stream, boolean writes) throws IOException {
        var one = Loopback.bytes(0);
        while (true) {
            if (writes) {
                stream.write(one.clear());
            } else {
                stream.read(one.clear());
            }
        }
    }

    @Test
    void a_closed_stream_is_neither_read_nor_written() throws Exception {
        Task.run(() -> {
            var stream = Loopback.connectToSilence();
            stream.close();
            stream.close();
            assertThatThrownBy(() -> stream.read(Loopback.bytes(0)))
                    .isInstanceOf(ClosedChannelException.class);
            assertThatThrownBy(() -> stream.write(Loopback.bytes(0)))
                    .isInstanceOf(ClosedChannelException.class);
            return null;
        });
    }

    @Test
    void cancelling_a_reader_ends_its_read_and_leaves_the_stream_open() throws Exception {
        waitingReader((stream, reader) -> {
            reader.cancel();
            assertThat(catchThrowable(reader::await)).isInstanceOf(CancellationException.class);
            stream.write(Loopback.bytes(0));
        });
    }

    @Test
    void a_second_reader_is_told_who_the_first_is() throws Exception {
        waitingReader((stream, reader) -> {
            assertThatThrownBy(() -> stream.read(Loopback.bytes(0)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("task reader already waits to read here");
            reader.cancel();
        });
    }

    @Test
    void a_second_writer_is_told_who_the_first_is() throws Exception {
        waitingWriter((stream, writer) -> {
            assertThatThrownBy(() -> stream.write(Loopback.bytes(0)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("task writer already waits to write here");
            writer.cancel();
        });
    }

    @Test
    void a_reader_and_a_writer_may_wait_on_one_stream_together() throws Exception {
        waitingWriter((stream, writer) -> {
            var reader = Task.spawn("reader", () -> stream.read(Loopback.bytes(0)));
            untilItAwaits(stream, reader, "read");
            assertThat(stream.operationOf(writer)).isEqualTo("write");
        });
    }

    private interface WaitTest {
        void test(Stream stream, Task<?> waiting) throws Exception;
    }

    private static void waitingReader(WaitTest test) throws Exception {
        Task.run(() -> {
            var stream = Loopback.connectToSilence();
            var reader = Task.spawn("reader", () -> stream.read(Loopback.bytes(0)));
            untilItAwaits(stream, reader, "read");
            test.test(stream, reader);
            return null;
        });
    }

    private static void waitingWriter(WaitTest test) throws Exception {
        Task.run(() -> {
            var stream = Loopback.connectToSilence();
            var writer = Task.spawn("writer", () -> Loopback.flood(stream));
            untilItAwaits(stream, writer, "write");
            test.test(stream, writer);
            return null;
        });
    }

    private static void untilItAwaits(Stream stream, Task<?> task, String what) {
        Until.holds(
                task + " waits to " + what,
                () -> stream.operationOf(task).equals(what),
                task::awaits);
        assertThat(task.awaits().text()).startsWith("awaits " + stream + " " + what);
    }
}
