package echolab.epoll.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import echolab.epoll.LoopTest;
import echolab.epoll.Until;
import echolab.epoll.task.Task;
import java.io.EOFException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/// Does everything that is written come out of the other end, in order, and then the end?
@LoopTest
class StreamTest {

    @Test
    void bytes_that_arrive_before_the_read_are_not_lost() throws Exception {
        Task.run(() -> {
            var listener = Loopback.listen();
            Loopback.serve(listener, Loopback::echo);
            try (var stream = Loopback.connectTo(listener)) {
                var buffer = ByteBuffer.allocateDirect(64);
                for (var i = 0; i < 20_000; i++) {
                    stream.write(buffer.clear().limit(1 + i % 64));
                    stream.readExactly(buffer.clear().limit(1 + i % 64));
                }
            }
            listener.close(Loopback.LIMIT);
            return null;
        });
    }

    @Test
    void lines_are_cut_and_what_follows_is_kept() throws Exception {
        var lines = new ArrayList<String>();
        Task.run(() -> {
            var listener = Loopback.listen();
            Loopback.serve(
                    listener,
                    stream -> {
                        var text = "one\r\ntwo\n\nrest".getBytes();
                        stream.write(ByteBuffer.allocateDirect(text.length).put(text).flip());
                    });
            try (var stream = Loopback.connectTo(listener)) {
                lines.add(stream.readLine());
                lines.add(new String(stream.readUntil((byte) 'w', 10)));
                lines.add(stream.readLine());
                lines.add(stream.readLine());
                lines.add(new String(stream.readAll(100)));
                lines.add(stream.readLine());
            }
            return null;
        });
        assertThat(lines).containsExactly("one", "tw", "o", "", "rest", null);
    }

    /// A read that did not fill its buffer has emptied the socket: the next one waits at once.
    @Test
    void a_short_read_clears_readiness_and_a_full_one_keeps_it() throws Exception {
        Task.run(() -> {
            var listener = Loopback.listen();
            Loopback.serve(listener, Loopback::echo);
            try (var stream = Loopback.connectTo(listener)) {
                stream.write(Loopback.bytes(1, 2, 3, 4));
                Until.holds("the echo has arrived", () -> stream.readable, () -> stream);
                assertThat(stream.read(ByteBuffer.allocateDirect(2))).isEqualTo(2);
                assertThat(stream.readable).isTrue();
                assertThat(stream.read(ByteBuffer.allocateDirect(64))).isEqualTo(2);
                assertThat(stream.readable).isFalse();
            }
            return null;
        });
    }

    /// ... but not when the kernel has told of the end already: it will not tell again.
    @Test
    void an_end_that_came_with_the_bytes_is_read_after_them() throws Exception {
        Task.run(() -> {
            var listener = Loopback.listen();
            Loopback.serve(listener, stream -> stream.write(Loopback.bytes(1, 2, 3)));
            try (var stream = Loopback.connectTo(listener)) {
                Until.holds("the end was told", () -> stream.ended, () -> stream);
                assertThat(stream.read(ByteBuffer.allocateDirect(64))).isEqualTo(3);
                assertThat(stream.readable).isTrue();
                assertThat(Task.timeout(Loopback.LIMIT, () -> stream.read(Loopback.bytes(0))))
                        .isEqualTo(-1);
            }
            return null;
        });
    }

    @Test
    void an_end_that_comes_after_a_short_read_wakes_the_next() throws Exception {
        Task.run(() -> {
            var listener = Loopback.listen();
            Loopback.serve(listener, Loopback::echo);
            try (var stream = Loopback.connectTo(listener)) {
                stream.write(Loopback.bytes(1));
                assertThat(stream.read(ByteBuffer.allocateDirect(64))).isEqualTo(1);
                var end = Task.spawn("end", () -> stream.read(Loopback.bytes(0)));
                Until.holds(
                        "the task waits to read",
                        () -> stream.operationOf(end).equals("read"),
                        end::awaits);
                stream.shutdownOutput();
                assertThat(Task.timeout(Loopback.LIMIT, end::await)).isEqualTo(-1);
            }
            return null;
        });
    }

    @Test
    void a_stream_that_ends_too_early_says_how_many_bytes_are_missing() throws Exception {
        Task.run(() -> {
            var listener = Loopback.listen();
            Loopback.serve(listener, stream -> stream.write(Loopback.bytes(1, 2, 3)));
            try (var stream = Loopback.connectTo(listener)) {
                assertThatThrownBy(() -> stream.readExactly(ByteBuffer.allocateDirect(10)))
                        .isInstanceOf(EOFException.class)
                        .hasMessageContaining("ended 7 bytes before what was asked for");
            }
            return null;
        });
    }

    @Test
    void a_buffer_that_the_kernel_cannot_reach_is_refused() throws Exception {
        Task.run(() -> {
            var stream = Loopback.connectToSilence();
            assertThatThrownBy(() -> stream.write(ByteBuffer.allocate(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("make it by ByteBuffer.allocateDirect");
            return null;
        });
    }
}
