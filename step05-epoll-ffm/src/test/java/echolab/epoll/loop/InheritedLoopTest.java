package echolab.epoll.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import echolab.epoll.LoopTest;
import echolab.epoll.task.Task;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/// What becomes of threads that a loop carries without having started them as tasks, and of work that comes too late?
@LoopTest
class InheritedLoopTest {

    @Test
    void a_plain_virtual_thread_started_in_a_task_runs_on_the_loop_too() throws Exception {
        var onLoop =
                Task.run(() -> {
                    var carrier = new CompletableFuture<Thread>();
                    Thread.ofVirtual()
                            .start(() -> carrier.complete(VirtualThreads.currentCarrier()));
                    return carrier.get() == Task.current().loop().thread();
                });
        assertThat(onLoop).isTrue();
    }

    @Test
    void a_plain_virtual_thread_is_no_task_and_the_loop_does_not_wait_for_it() throws Exception {
        var tasks =
                Task.run(() -> {
                    Thread.ofVirtual().start(() -> new CompletableFuture<>().join());
                    Task.yield();
                    return Task.current().all().size();
                });
        assertThat(tasks).as("main alone").isEqualTo(1);
    }

    @Test
    void a_loop_that_has_ended_refuses_work_from_its_own_former_thread() throws Exception {
        var loop = Task.run(() -> Task.current().loop());
        assertThatThrownBy(() -> loop.execute(() -> {}))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessage("the event loop of %s has ended", Thread.currentThread().getName());
    }
}
