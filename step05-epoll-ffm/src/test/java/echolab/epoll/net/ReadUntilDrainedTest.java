package echolab.epoll.net;

import static echolab.epoll.linux.Epoll.EPOLLIN;
import static echolab.epoll.linux.Epoll.EPOLLPRI;
import static echolab.epoll.linux.Epoll.EPOLLRDHUP;
import static echolab.epoll.net.ScriptedStream.endsByItself;
import static echolab.epoll.net.ScriptedStream.resultOf;

import echolab.contract.Expect;
import echolab.epoll.LoopTest;
import echolab.epoll.task.Task;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Epoll tells once that there is something to read. How much may a stream conclude from it?
@LoopTest
@DisplayName("Reading after one event")
class ReadUntilDrainedTest {

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(4);

    private interface StreamTest {
        void test(ScriptedStream scripted) throws Exception;
    }

    private static void withStream(StreamTest test) throws Exception {
        Task.run(() -> {
            try (var scripted = new ScriptedStream();
                    var _ = scripted.stream) {
                test.test(scripted);
            }
            return null;
        });
    }

    @Test
    @Order(1)
    void what_has_come_is_in_the_buffer_whose_position_stands_behind_it() throws Exception {
        withStream(scripted -> {
            scripted.sends("abc").isTold(EPOLLIN);
            expectRead(scripted.stream, 3, "three bytes have come");
            Expect.that(
                    "the position of the buffer stands behind the bytes, as after any read",
                    buffer.position() == 3 && buffer.get(0) == 'a',
                    () -> buffer.toString());
        });
    }

    @Test
    @Order(2)
    void a_buffer_that_was_filled_may_have_left_bytes_behind_of_which_no_event_will_tell()
            throws Exception {
        withStream(scripted -> {
            scripted.sends("0123456789").isTold(EPOLLIN);
            for (var expected : new int[] {4, 4, 2}) {
                expectRead(
                        scripted.stream,
                        expected,
                        "ten bytes came with one event; the kernel tells of a change only, so the rest is read without another");
            }
        });
    }

    @Test
    @Order(3)
    @DisplayName("a buffer that was not filled has emptied the socket: the next read waits at once")
    void waits_at_once() throws Exception {
        withStream(scripted -> {
            scripted.sends("abc").isTold(EPOLLIN);
            expectRead(scripted.stream, 3, "three bytes have come");
            Expect.that(
                    "3 of 4 bytes came, so the socket is empty: to ask the kernel again would cost a system call an echo, half as many again as needed",
                    !scripted.stream.readable,
                    () -> "the stream is thought to be readable still");
        });
    }

    @Test
    @Order(4)
    void the_end_that_came_along_with_the_last_bytes_is_read_after_them() throws Exception {
        withStream(scripted -> {
            scripted.sends("abc").ends().isTold(EPOLLIN | EPOLLRDHUP);
            expectRead(scripted.stream, 3, "three bytes have come, and the end");
            expectRead(
                    scripted.stream,
                    -1,
                    "EPOLLRDHUP told of the end together with the bytes and will not do so again: the read after them gives -1");
        });
    }

    @Test
    @Order(5)
    void an_event_that_brought_nothing_is_waited_out() throws Exception {
        withStream(scripted -> {
            scripted.stream.ready(EPOLLIN);
            var reading = Task.spawn("reader", () -> scripted.stream.read(buffer));
            Expect.that(
                    "nothing is there (EAGAIN), so the task waits for the next event",
                    !endsByItself(reading),
                    () -> "the read was over: " + buffer);
            scripted.sends("abc").isTold(EPOLLIN);
            Expect.that(
                    "and then it reads what came: 3",
                    resultOf(reading, "an event wakes the reader") == 3,
                    () -> buffer.toString());
        });
    }

    @Test
    @Order(6)
    void what_lies_behind_an_urgent_byte_is_read_without_another_event() throws Exception {
        withStream(scripted -> {
            scripted.sendsWithUrgentByte("ab", "cd").isTold(EPOLLIN | EPOLLPRI);
            for (var part : List.of("before", "behind")) {
                expectRead(
                        scripted.stream,
                        2,
                        "EPOLLPRI told of an urgent byte among the others, and a read stops in front of it: the bytes %s it come without another event"
                                .formatted(part));
            }
        });
    }

    @Test
    @Order(7)
    void when_the_urgent_byte_is_behind_us_a_short_read_means_empty_again() throws Exception {
        withStream(scripted -> {
            scripted.sendsWithUrgentByte("ab", "cd").isTold(EPOLLIN | EPOLLPRI);
            expectRead(scripted.stream, 2, "the bytes before the urgent one");
            expectRead(scripted.stream, 2, "the bytes behind it");
            var reading = Task.spawn("reader", () -> scripted.stream.read(buffer.clear()));
            endsByItself(reading);
            scripted.sends("abc").isTold(EPOLLIN);
            resultOf(reading, "an event wakes the reader");
            Expect.that(
                    "EAGAIN has said that the socket is empty, with all that was urgent in it: from then on 3 of 4 bytes mean empty, as before",
                    !scripted.stream.readable,
                    () -> "the stream is thought to be readable still");
        });
    }

    private void expectRead(Stream stream, int expected, String why) throws Exception {
        var reading = Task.spawn("reader", () -> stream.read(buffer.clear()));
        var count = resultOf(reading, why);
        Expect.that(why + ": " + expected, count == expected, () -> String.valueOf(count));
    }
}
