package echolab.epoll.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import echolab.epoll.LoopTest;
import echolab.epoll.linux.Linux;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who is told what the kernel says? Each descriptor whatever its number, each event once, and nobody who has been forgotten.
@LoopTest
class PollerTest {

    /// The room for descriptors grows at 64, at 128 and at 256.
    private static final int FAR = 300;

    private final List<EventFd> opened = new ArrayList<>();
    private Poller poller;

    @BeforeEach
    void openPoller() throws IOException {
        poller = new Poller(new Linux());
    }

    @AfterEach
    void closeAll() {
        poller.close();
        opened.stream().filter(descriptor -> !descriptor.closed).forEach(EventFd::closeDescriptor);
    }

    private EventFd open() {
        var descriptor = new EventFd();
        opened.add(descriptor);
        return descriptor;
    }

    private EventFd register() throws IOException {
        var descriptor = open();
        poller.register(descriptor);
        return descriptor;
    }

    @Test
    void each_event_is_told_once_and_counted() throws IOException {
        var first = register();
        var second = register();
        assertThat(poller.poll(0)).isEqualTo(2);
        assertThat(poller.poll(0)).isZero();
        assertThat(List.of(first.told, second.told)).containsExactly(1, 1);
    }

    @Test
    void there_is_room_for_a_descriptor_of_any_number() throws IOException {
        while (opened.isEmpty() || opened.getLast().fd < FAR) {
            register();
        }
        poller.poll(0);
        assertThat(opened).allMatch(descriptor -> descriptor.told == 1);
    }

    @Test
    void the_first_descriptor_may_have_a_number_far_beyond_the_room() throws IOException {
        while (opened.isEmpty() || opened.getLast().fd < FAR) {
            open();
        }
        poller.register(opened.getLast());
        poller.poll(0);
        assertThat(opened.getLast().told).isEqualTo(1);
    }

    @Test
    void who_has_been_forgotten_is_told_nothing() throws IOException {
        var forgotten = register();
        var other = register();
        poller.forget(forgotten);
        poller.poll(0);
        assertThat(forgotten.told).isZero();
        assertThat(other.told).isEqualTo(1);
    }

    /// As when a stream is closed twice, and somebody else has its number by then.
    @Test
    void to_forget_one_that_is_not_registered_forgets_nobody_else() throws IOException {
        var descriptor = register();
        poller.forget(new EventFd(descriptor.fd));
        poller.forget(new EventFd(64));
        poller.forget(new EventFd(Integer.MAX_VALUE));
        poller.poll(0);
        assertThat(descriptor.told).isEqualTo(1);
    }

    @Test
    void what_the_kernel_refuses_to_watch_is_named() {
        assertThatThrownBy(() -> poller.register(new EventFd(-1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("epoll_ctl")
                .hasMessageContaining("fd -1");
    }

    @Test
    void a_poller_that_is_closed_closes_what_is_left_registered_and_nothing_else()
            throws IOException {
        var left = register();
        var forgotten = register();
        poller.forget(forgotten);
        poller.close();
        assertThat(left.closed).isTrue();
        assertThat(forgotten.closed).isFalse();
    }

    @Test
    void what_the_kernel_says_against_a_wait_is_told_and_not_taken_for_no_event() {
        var closed = poller;
        closed.close();
        assertThatThrownBy(() -> closed.poll(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("epoll_wait");
    }
}
