package echolab.epoll.linux;

import echolab.contract.Expect;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Does the kernel understand what we lay out in memory for it? An eventfd stands for a socket: it can be read once somebody has
/// written to it.
@DisplayName("Adding a descriptor to epoll")
@EnabledOnOs(value = OS.LINUX, disabledReason = "step 05 calls Linux's epoll")
class EpollAddTest {

    private static final long NUMBER = 0x1122_3344_5566_7788L;
    private static final int SECOND = 1_000;

    private final Epoll epoll = new Epoll();
    private final Linux linux = new Linux();
    private final int epollFd = epoll.epoll_create1();
    private final int fd = epoll.eventfd();

    @AfterEach
    void close() {
        linux.close(fd);
        linux.close(epollFd);
    }

    @Test
    @Order(1)
    void a_descriptor_that_was_added_brings_its_event() {
        add(Epoll.EPOLLIN, NUMBER);

        epoll.wake(fd);

        expect(
                "one descriptor is ready and was added with EPOLLIN, the first four bytes of the structure: one event",
                count -> count == 1);
        Expect.that(
                "the event says what is ready: EPOLLIN",
                epoll.events(0) == Epoll.EPOLLIN,
                () -> "0x" + Integer.toHexString(epoll.events(0)));
    }

    @Test
    @Order(2)
    void the_event_carries_the_number_that_was_given_along_all_64_bits_of_it() {
        add(Epoll.EPOLLIN, NUMBER);

        epoll.wake(fd);
        epoll.epoll_wait(epollFd, SECOND);

        Expect.that(
                "the number is how the loop finds out whose event it is, and the kernel takes it from byte %d on: %s"
                        .formatted(Epoll.DATA_OFFSET, Long.toHexString(NUMBER)),
                epoll.data(0) == NUMBER,
                () -> Long.toHexString(epoll.data(0)));
    }

    @Test
    @Order(3)
    void only_what_was_asked_for_is_told() {
        add(Epoll.EPOLLIN, NUMBER);

        Expect.that(
                "an eventfd can always be written, but nobody asked for EPOLLOUT: no event",
                epoll.epoll_wait(epollFd, 0) == 0,
                () -> "events 0x" + Integer.toHexString(epoll.events(0)));
    }

    @Test
    @Order(4)
    void what_the_kernel_says_of_it_is_returned() {
        var result = add(Epoll.EPOLLIN, NUMBER);
        Expect.that("0 when it went well", result == 0, () -> String.valueOf(result));
        var again = add(Epoll.EPOLLIN, NUMBER);
        Expect.that(
                "a descriptor cannot be added twice: -17, EEXIST",
                again == -17,
                () -> String.valueOf(again));
    }

    @Test
    @Order(5)
    void all_32_bits_of_the_interest_arrive_and_none_beside() {
        add(Epoll.EPOLLIN | Epoll.EPOLLET, NUMBER);

        epoll.wake(fd);
        expect("somebody has written: one event", count -> count == 1);
        Expect.that(
                "EPOLLET is the highest bit: with it epoll tells of a change once, and not again and again",
                epoll.epoll_wait(epollFd, 0) == 0,
                () -> "an event though nothing had changed");

        epoll.wake(fd);
        expect("somebody has written again, which is a change: one event", count -> count == 1);
    }

    private int add(int interest, long data) {
        var result = new int[1];
        Expect.that(
                "the structure is laid out as linux/eventpoll.h has it for this machine: %d bytes, events at 0, data at %d"
                        .formatted(Epoll.EVENT_SIZE, Epoll.DATA_OFFSET),
                () -> result[0] = epoll.epoll_add(epollFd, fd, interest, data));
        return result[0];
    }

    private void expect(String what, IntPredicate events) {
        var count = epoll.epoll_wait(epollFd, SECOND);
        Expect.that(what, events.test(count), () -> count + " within a second");
    }
}
