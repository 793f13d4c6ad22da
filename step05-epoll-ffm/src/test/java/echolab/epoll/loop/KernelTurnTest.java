package echolab.epoll.loop;

import static echolab.epoll.VirtualTime.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import echolab.epoll.LoopTest;
import echolab.epoll.Until;
import echolab.epoll.VirtualTime;
import echolab.epoll.task.Task;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// When is it the kernel's turn? Each time that the loop runs out of work, and now and then while it has some.
@LoopTest
class KernelTurnTest {

    private static final int MANY = 1_000;

    private final VirtualTime time = new VirtualTime();

    @Test
    void while_something_is_ready_the_kernel_is_asked_after_64_tasks() throws Exception {
        time.run(() -> {
            turnsUntilTold(); // from here on the loop begins to count
            assertThat(turnsUntilTold()).isEqualTo(64);
            return null;
        });
    }

    /// @return after how many turns with one task each, which is this one, the loop heard of a descriptor that was ready at once
    private static int turnsUntilTold() throws IOException {
        var loop = Task.current().loop();
        var descriptor = new EventFd();
        loop.register(descriptor);
        var turns = 0;
        while (descriptor.told == 0 && turns < MANY) {
            Task.yield();
            turns++;
        }
        loop.forget(descriptor);
        descriptor.closeDescriptor();
        return turns;
    }

    @Test
    void when_nothing_is_ready_events_come_before_the_next_timer() throws Exception {
        time.run(() -> {
            var descriptor = new EventFd();
            Task.current().loop().register(descriptor);
            Task.sleep(ms(1));
            assertThat(descriptor.told).isEqualTo(1);
            return null;
        });
    }

    @Test
    void a_descriptor_that_the_loop_was_told_to_forget_is_told_of_no_event() throws Exception {
        time.run(() -> {
            var descriptor = new EventFd();
            Task.current().loop().register(descriptor);
            Task.current().loop().forget(descriptor);
            Task.sleep(ms(1));
            descriptor.closeDescriptor();
            assertThat(descriptor.told).isZero();
            return null;
        });
    }

    @Test
    void what_is_left_registered_is_closed_with_the_loop() throws Exception {
        var left =
                time.run(() -> {
                    var descriptor = new EventFd();
                    Task.current().loop().register(descriptor);
                    return descriptor;
                });
        assertThat(left.closed).isTrue();
    }

    /// Whoever hands something in wakes a loop that is asleep, and the watch for slow tasks leaves it alone.
    @Test
    void a_loop_that_runs_a_task_is_not_asleep() throws Exception {
        time.run(() -> {
            Task.sleep(ms(1));
            assertThat(Task.current().loop().isAsleep()).isFalse();
            return null;
        });
    }

    @Test
    void a_loop_that_waits_for_the_kernel_is_asleep() throws Exception {
        time.run(() -> {
            var loop = Task.current().loop();
            return Task.blocking(() -> {
                Until.holds("the loop is asleep", loop::isAsleep, () -> "it is awake");
                return null;
            });
        });
    }

    @Test
    void a_task_has_had_its_turn_after_64_operations_and_may_do_as_many_in_the_next()
            throws Exception {
        time.run(() -> {
            for (var turn = 0; turn < 2; turn++) {
                Task.yield();
                assertThat(operationsInOneGo(Task.current().loop())).isEqualTo(EventLoop.BURST);
            }
            return null;
        });
    }

    private static int operationsInOneGo(EventLoop loop) {
        var operations = 0;
        while (operations < MANY && !loop.hasHadItsTurn()) {
            operations++;
        }
        return operations;
    }

    @Test
    void a_timer_is_set_on_the_loop_and_by_nobody_else() throws Exception {
        time.run(() -> {
            var loop = Task.current().loop();
            assertThatThrownBy(() -> Task.blocking(() -> loop.after(ms(1), () -> {})))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is not on the event loop");
            return null;
        });
    }
}
