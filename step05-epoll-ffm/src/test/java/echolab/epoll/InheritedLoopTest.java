package echolab.epoll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/// What becomes of threads that a loop carries without having started them as tasks, and of work that comes too late?
@LoopTest
class InheritedLoopTest {

    @Test
    void aPlainVirtualThreadStartedInATaskRunsOnTheLoopToo() throws Exception {
        var onLoop =
                EventLoop.run(() -> {
                    var carrier = new CompletableFuture<Thread>();
                    Thread.ofVirtual().start(() -> carrier.complete(TaskThreads.currentCarrier()));
                    return carrier.get() == EventLoop.current().thread;
                });
        assertThat(onLoop).isTrue();
    }

    @Test
    void aPlainVirtualThreadIsNoTaskAndTheLoopDoesNotWaitForIt() throws Exception {
        var tasks =
                EventLoop.run(() -> {
                    Thread.ofVirtual().start(() -> new CompletableFuture<>().join());
                    Task.yield();
                    return EventLoop.current().tasks.size();
                });
        assertThat(tasks).as("main alone").isEqualTo(1);
    }

    @Test
    void aLoopThatHasEndedRefusesWorkFromItsOwnFormerThread() throws Exception {
        var loop = EventLoop.run(EventLoop::current);
        assertThatThrownBy(() -> loop.execute(() -> {}))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("has ended");
    }
}
