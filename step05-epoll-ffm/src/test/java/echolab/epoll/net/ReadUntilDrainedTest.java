package echolab.epoll.net;

import static echolab.epoll.linux.Epoll.EPOLLERR;
import static echolab.epoll.linux.Epoll.EPOLLIN;
import static echolab.epoll.linux.Epoll.EPOLLPRI;
import static echolab.epoll.linux.Epoll.EPOLLRDHUP;
import static echolab.epoll.net.ScriptedStream.endsByItself;
import static echolab.epoll.net.ScriptedStream.resultOf;

import echolab.contract.Expect;
import echolab.epoll.LoopTest;
import echolab.epoll.loop.EventLoop;
import echolab.epoll.loop.LoopInside;
import echolab.epoll.task.Task;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
                try {
                    test.test(scripted.guarded());
                } finally {
                    scripted.expectNotHeld();
                }
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
            var reading = Task.spawn("reader", () -> scripted.stream.read(buffer));
            for (var event = 1; event <= 3; event++) {
                scripted.stream.ready(EPOLLIN);
                Expect.that(
                        "nothing is there (EAGAIN), so the task waits for the next event, however often",
                        !endsByItself(reading),
                        () -> "the read was over: " + buffer);
                var others = LoopInside.runOfOthers(scripted.loop, 5);
                Expect.that(
                        "who waits takes no turns: an idle connection costs nothing",
                        others == 0,
                        () -> "in 5 turns of the loop the task ran %s times".formatted(others));
            }
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

    @Test
    @Order(8)
    void bytes_come_into_the_room_between_position_and_limit_and_nowhere_else() throws Exception {
        withStream(scripted -> {
            scripted.sends("abcd").isTold(EPOLLIN);
            buffer.put(0, (byte) '-').put(3, (byte) '-').position(1).limit(3);
            var reading = Task.spawn("reader", () -> scripted.stream.read(buffer));
            var count = resultOf(reading, "four bytes have come");
            Expect.that(
                    "from position 1 to limit 3 there is room for two bytes: -ab-, and the position is 3 then, and so is the limit",
                    count == 2
                            && text().equals("-ab-")
                            && buffer.position() == 3
                            && buffer.limit() == 3,
                    () -> "%s bytes, %s in %s".formatted(count, text(), buffer));
        });
    }

    @Test
    @Order(9)
    void a_buffer_without_room_gets_0_at_once_whether_there_are_bytes_or_not() throws Exception {
        withStream(scripted -> {
            for (var state : List.of("nothing has come", "three bytes have come")) {
                var reading =
                        Task.spawn(
                                "reader", () -> scripted.stream.read(buffer.clear().position(4)));
                var why = state + ", and there is no room: 0, which is not the end";
                var count = resultOf(reading, why);
                Expect.that(why, count == 0, () -> String.valueOf(count));
                scripted.sends("abc").isTold(EPOLLIN);
            }
        });
    }

    @Test
    @Order(10)
    void the_end_that_was_told_stays_told_until_it_has_been_read() throws Exception {
        withStream(scripted -> {
            scripted.sends("abcdef").ends().isTold(EPOLLIN | EPOLLRDHUP);
            for (var expected : new int[] {4, 2, -1, -1}) {
                expectRead(
                        scripted.stream,
                        expected,
                        "one event told of six bytes and of the end, which is read behind all of them, without another event, as often as anybody asks");
            }
            Expect.that(
                    "the peer has ended its own side and may read still: the stream stays open, to be written to",
                    scripted.stream::requireOpen);
        });
    }

    @Test
    @Order(11)
    void an_urgent_byte_lies_ahead_until_the_socket_is_empty() throws Exception {
        withStream(scripted -> {
            scripted.sendsWithUrgentByte("abcdef", "gh").isTold(EPOLLIN | EPOLLPRI);
            for (var expected : new int[] {4, 2, 2}) {
                expectRead(
                        scripted.stream,
                        expected,
                        "six bytes before the urgent one and two behind it: a short read may stop in front of it, however many reads were before");
            }
        });
    }

    @Test
    @Order(12)
    void a_failure_is_thrown_and_is_no_end() throws Exception {
        withStream(scripted -> {
            scripted.resets().isTold(EPOLLERR);
            var reading = Task.spawn("reader", () -> scripted.stream.read(buffer));
            expectThrown(
                    IOException.class,
                    "the peer has reset the connection: that is a failure, which LinuxException.of tells of",
                    reading);
        });
    }

    @Test
    @Order(13)
    void a_stream_that_is_closed_cannot_be_read() throws Exception {
        withStream(scripted -> {
            scripted.stream.close();
            for (var readable : new boolean[] {true, false}) {
                scripted.stream.readable = readable;
                expectThrown(
                        ClosedChannelException.class,
                        "the number of a closed descriptor may be somebody else's by now, and no event will come: requireOpen throws",
                        Task.spawn("reader", () -> scripted.stream.read(buffer)));
            }
        });
    }

    @Test
    @Order(14)
    void who_reads_without_ever_waiting_gives_way_and_looks_then_whether_the_stream_is_open()
            throws Exception {
        withStream(scripted -> {
            var most = 2 * EventLoop.BURST;
            scripted.sends("x".repeat(most)).isTold(EPOLLIN);
            var reads = new AtomicInteger();
            var reading =
                    Task.spawn(
                            "reader",
                            () -> {
                                while (reads.get() < most) {
                                    scripted.stream.read(buffer.clear().limit(1));
                                    reads.incrementAndGet();
                                }
                                return null;
                            });
            Task.yield();
            Expect.that(
                    "after %s operations a task gives way to the others".formatted(EventLoop.BURST),
                    reads.get() < most,
                    () -> "%s reads before anybody else ran".formatted(reads.get()));
            scripted.stream.close();
            expectThrown(
                    ClosedChannelException.class,
                    "while it gave way somebody has closed the stream: whether it is open is asked after that",
                    reading);
        });
    }

    @Test
    @Order(15)
    void a_second_reader_is_refused_even_when_the_first_is_about_to_go_on() throws Exception {
        withStream(scripted -> {
            var first = Task.spawn("first", () -> scripted.stream.read(buffer));
            endsByItself(first);
            scripted.sends("abc").isTold(EPOLLIN);
            var second = ByteBuffer.allocateDirect(4);
            Expect.that(
                    "one task waits to read, an event has woken it, and it has not run yet: what has come is for it, and requireNoReader throws",
                    () -> {
                        try {
                            scripted.stream.read(second);
                        } catch (IllegalStateException _) {
                            return;
                        }
                        throw new AssertionError("another task got " + second);
                    });
            var count = resultOf(first, "the first reads what has come");
            Expect.that("the first gets all three", count == 3, () -> String.valueOf(count));
        });
    }

    @Test
    @Order(16)
    void a_buffer_that_cannot_be_filled_is_refused() throws Exception {
        withStream(scripted -> {
            scripted.sends("abc").isTold(EPOLLIN);
            expectThrown(
                    IllegalArgumentException.class,
                    "a read-only buffer is not the kernel's to write into: writableMemory throws",
                    Task.spawn("reader", () -> scripted.stream.read(buffer.asReadOnlyBuffer())));
        });
    }

    private String text() {
        return StandardCharsets.US_ASCII.decode(buffer.duplicate().clear()).toString();
    }

    private static void expectThrown(Class<? extends Exception> type, String why, Task<?> reading) {
        Expect.that(
                why,
                () -> {
                    if (!endsByItself(reading)) {
                        throw new AssertionError("the read waits, and no event will come");
                    }
                    try {
                        var result = reading.await();
                        throw new AssertionError("it gave " + result);
                    } catch (Exception e) {
                        if (!type.isInstance(e)) {
                            throw e;
                        }
                    }
                });
    }

    private void expectRead(Stream stream, int expected, String why) {
        var reading = Task.spawn("reader", () -> stream.read(buffer.clear()));
        Expect.that(
                why + ": " + expected,
                () -> {
                    var seen =
                            endsByItself(reading)
                                    ? String.valueOf(reading.await())
                                    : "the task waits, and no event will come";
                    if (!seen.equals(String.valueOf(expected))) {
                        throw new AssertionError(seen);
                    }
                });
    }
}
