package echolab.epoll.task;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.epoll.LoopTest;
import echolab.epoll.Until;
import echolab.epoll.Waiting;
import echolab.epoll.net.Loopback;
import java.net.Socket;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Do the JDK's own ways to wait work in a task, without holding up the loop?
@LoopTest
class JdkInTasksTest {

    @Test
    void a_queue_fed_by_another_thread_wakes_a_task() throws Exception {
        var queue = new LinkedBlockingQueue<String>();
        var taken =
                Task.run(() -> {
                    var feeder = Thread.ofPlatform().start(() -> queue.add("fed"));
                    var value = queue.poll(10, TimeUnit.SECONDS);
                    feeder.join();
                    return value;
                });
        assertThat(taken).isEqualTo("fed");
    }

    @Test
    void a_task_may_use_the_sockets_of_the_JDK_while_others_run() throws Exception {
        Task.run(JdkInTasksTest::readWhatAnotherTaskWrites);
    }

    /// The JDK waits for sockets in virtual threads of its own. They must not belong to the loop that was the first to
    /// need them: then they would end with it, and every other loop would wait for ever.
    @Test
    void the_sockets_of_the_JDK_outlive_the_loop_that_used_them_first() throws Exception {
        for (var i = 0; i < 3; i++) {
            Task.run(JdkInTasksTest::readWhatAnotherTaskWrites);
        }
    }

    private static Void readWhatAnotherTaskWrites() throws Exception {
        try (var server = Loopback.backlog(1)) {
            var accepted = Task.spawn("accept", () -> server.accept());
            try (var client = new Socket(server.getInetAddress(), server.getLocalPort());
                    var peer = accepted.await()) {
                var read = Task.spawn("read", () -> peer.getInputStream().read());
                Until.holds(
                        "the task waits to read",
                        () -> Waiting.JDK_READ.isWhere(read.thread),
                        () -> read.thread.getState());
                client.getOutputStream().write(42);
                assertThat(read.await()).isEqualTo(42);
            }
        }
        return null;
    }
}
