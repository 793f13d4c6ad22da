package echolab.epoll.net;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.epoll.LoopTest;
import echolab.epoll.linux.Epoll;
import echolab.epoll.task.Task;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// One byte of a stream may be urgent. The kernel keeps it apart, and a read stops in front of the place where it was. Does what lies behind
/// it come, though epoll told of it together with what lies before?
@LoopTest
class UrgentDataTest {

    private static final int URGENT = '!';

    @Test
    void what_lies_behind_an_urgent_byte_is_read_without_another_event() throws Exception {
        Task.run(() -> {
            try (var scripted = new ScriptedStream()) {
                scripted.sends("abc").peer.sendUrgentData(URGENT);
                scripted.sends("def").isTold(Epoll.EPOLLIN | Epoll.EPOLLPRI);
                assertThat(read(scripted)).isEqualTo("abc");
                assertThat(read(scripted)).isEqualTo("def");
            }
            return null;
        });
    }

    @Test
    void after_the_urgent_mark_a_short_read_means_empty_again() throws Exception {
        Task.run(() -> {
            try (var scripted = new ScriptedStream()) {
                scripted.sends("abc").peer.sendUrgentData(URGENT);
                scripted.sends("def").isTold(Epoll.EPOLLIN | Epoll.EPOLLPRI);
                read(scripted);
                read(scripted);
                var waiting = Task.spawn("reader", () -> read(scripted));
                ScriptedStream.endsByItself(waiting);
                assertThat(scripted.stream.readable).as("after EAGAIN").isFalse();
                assertThat(scripted.stream.urgent).as("after EAGAIN").isFalse();
                scripted.sends("ghi").isTold(Epoll.EPOLLIN);
                assertThat(ScriptedStream.resultOf(waiting, "it was told of more"))
                        .isEqualTo("ghi");
                assertThat(scripted.stream.readable).as("after a short read").isFalse();
            }
            return null;
        });
    }

    @Test
    void an_urgent_byte_alone_wakes_a_reader_that_goes_on_waiting() throws Exception {
        Task.run(() -> {
            try (var scripted = new ScriptedStream()) {
                var waiting = Task.spawn("reader", () -> read(scripted));
                Task.yield();
                scripted.peer.sendUrgentData(URGENT);
                scripted.isTold(Epoll.EPOLLPRI);
                assertThat(ScriptedStream.endsByItself(waiting)).isFalse();
                scripted.sends("x").isTold(Epoll.EPOLLIN);
                assertThat(ScriptedStream.resultOf(waiting, "it was told of a byte"))
                        .isEqualTo("x");
            }
            return null;
        });
    }

    /// Through the loop's own epoll: the kernel is asked for `EPOLLPRI`, and all of it lies there before the first event.
    @Test
    void an_echo_gives_back_all_but_the_urgent_byte() throws Exception {
        Task.run(() -> {
            try (var server = Loopback.backlog(1);
                    var stream =
                            Stream.connect("127.0.0.1", server.getLocalPort(), Loopback.LIMIT);
                    var peer = server.accept()) {
                var buffer = ByteBuffer.allocateDirect(64);
                peer.getOutputStream().write("abc".getBytes(StandardCharsets.US_ASCII));
                peer.sendUrgentData(URGENT);
                peer.getOutputStream().write("def".getBytes(StandardCharsets.US_ASCII));
                peer.shutdownOutput();
                while (stream.read(buffer) >= 0) {}
                assertThat(text(buffer)).isEqualTo("abcdef");
            }
            return null;
        });
    }

    private static String read(ScriptedStream scripted) throws IOException {
        var buffer = ByteBuffer.allocateDirect(64);
        scripted.stream.read(buffer);
        return text(buffer);
    }

    private static String text(ByteBuffer buffer) {
        return StandardCharsets.US_ASCII.decode(buffer.flip()).toString();
    }
}
