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
    void aPlainVirtualThreadStartedInATaskRunsOnTheLoopToo() throws Exception {
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
    void aPlainVirtualThreadIsNoTaskAndTheLoopDoesNotWaitForIt() throws Exception {
        var tasks =
                Task.run(() -> {
                    Thread.ofVirtual().start(() -> new CompletableFuture<>().join());
                    Task.yield();
                    return Task.current().all().size();
                });
        assertThat(tasks).as("main alone").isEqualTo(1);
    }

    @Test
    void aLoopThatHasEndedRefusesWorkFromItsOwnFormerThread() throws Exception {
        var loop = Task.run(() -> Task.current().loop());
        assertThatThrownBy(() -> loop.execute(() -> {}))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("has ended");
    }
}
