package echolab.epoll.loop;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.epoll.LoopTest;
import echolab.epoll.linux.Linux;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What lies in the inbox, and how much of it does a turn take?
@LoopTest
class InboxTest {

    private final Poller poller;
    private final Inbox inbox;

    InboxTest() throws IOException {
        poller = new Poller(new Linux());
        inbox = new Inbox(poller);
    }

    @AfterEach
    void close() {
        poller.close();
    }

    /// Others may hand in faster than the loop takes.
    @Test
    void a_turn_takes_no_more_than_4096_and_leaves_the_rest_to_the_next() {
        for (var i = 0; i < 5_000; i++) {
            inbox.put(() -> {});
        }
        var ready = new ArrayDeque<Runnable>();
        inbox.moveTo(ready);
        assertThat(ready).hasSize(4_096);
        assertThat(inbox.isEmpty()).isFalse();
        inbox.moveTo(ready);
        assertThat(ready).hasSize(5_000);
        assertThat(inbox.isEmpty()).isTrue();
    }

    @Test
    void who_hands_in_first_wakes_a_loop_that_sleeps_and_nobody_one_that_is_awake() {
        inbox.put(() -> {});
        assertThat(poller.poll(0)).isZero();
        inbox.fallAsleep();
        assertThat(inbox.isOwnerAsleep()).isTrue();
        inbox.put(() -> {});
        assertThat(inbox.isOwnerAsleep()).isFalse();
        assertThat(poller.poll(0)).isEqualTo(1);
        inbox.put(() -> {});
        assertThat(poller.poll(0)).isZero();
    }

    @Test
    void what_is_left_at_the_end_is_handed_on_in_order() {
        var left = new ArrayList<Runnable>();
        Runnable first = () -> {};
        Runnable second = () -> left.clear();
        inbox.put(first);
        inbox.put(second);
        inbox.drainTo(left::add);
        assertThat(left).containsExactly(first, second);
        assertThat(inbox.isEmpty()).isTrue();
    }
}
