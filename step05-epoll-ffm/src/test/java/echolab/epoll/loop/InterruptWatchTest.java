package echolab.epoll.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Is an interrupt heard, also by a thread that is not waiting, and only as long as somebody listens?
class InterruptWatchTest {

    private final AtomicInteger heard = new AtomicInteger();

    @AfterEach
    void leaveNoInterrupt() {
        Thread.interrupted();
    }

    @Test
    void an_interrupt_is_heard_by_a_thread_that_runs() throws Exception {
        try (var _ = InterruptWatch.begin(heard::incrementAndGet)) {
            assertThat(heard).hasValue(0);
            interruptFromOutside();
            assertThat(heard).hasValue(1);
        }
    }

    private static void interruptFromOutside() {
        var us = Thread.currentThread();
        var other = Thread.ofPlatform().start(us::interrupt);
        while (other.isAlive()) {
            Thread.onSpinWait(); // a join would throw
        }
    }

    @Test
    void an_interrupt_that_came_before_is_heard_at_the_beginning() throws Exception {
        Thread.currentThread().interrupt();
        try (var _ = InterruptWatch.begin(heard::incrementAndGet)) {
            assertThat(heard).hasValue(1);
        }
    }

    @Test
    void after_the_end_nothing_is_heard() throws Exception {
        InterruptWatch.begin(heard::incrementAndGet).close();
        var atTheEnd = heard.get();
        interruptFromOutside();
        assertThat(heard).hasValue(atTheEnd);
    }

    @Test
    void it_is_a_selector_for_which_nothing_can_be_selected() throws Exception {
        var pipe = Pipe.open();
        try (var watch = InterruptWatch.begin(heard::incrementAndGet);
                var source = pipe.source();
                var _ = pipe.sink()) {
            source.configureBlocking(false);
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> source.register(watch, SelectionKey.OP_READ));
            assertThat(watch.keys()).isEmpty();
            assertThat(watch.selectedKeys()).isEmpty();
            assertThat(watch.selectNow()).isZero();
            assertThat(watch.select()).isZero();
            assertThat(watch.select(60_000)).isZero();
            assertThat(watch.wakeup()).isSameAs(watch);
        }
    }
}
