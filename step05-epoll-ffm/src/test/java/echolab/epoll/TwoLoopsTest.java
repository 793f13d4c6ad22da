package echolab.epoll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import echolab.EchoOptions;
import echolab.EchoServer;
import echolab.epoll.net.Loopback;
import echolab.epoll.task.Task;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.Test;

/// Do loops on several threads get in each other's way?
@LoopTest
class TwoLoopsTest {

    private static final int CONNECTIONS = 64;

    @Test
    void tasks_of_two_loops_that_run_at_the_same_time_talk_to_each_other() throws Exception {
        var there = new SynchronousQueue<Integer>();
        var back = new SynchronousQueue<Integer>();
        var other =
                inLoopOfItsOwn(() -> {
                    for (var i = 0; i < 1_000; i++) {
                        back.put(there.take() + 1);
                    }
                    return null;
                });
        var sum =
                Task.run(() -> {
                    var total = 0;
                    for (var i = 0; i < 1_000; i++) {
                        there.put(i);
                        total += back.take();
                    }
                    return total;
                });
        other.get();
        assertThat(sum).isEqualTo(1_000 * 1_001 / 2);
    }

    @Test
    void a_task_of_one_loop_may_be_awaited_in_the_other() throws Exception {
        var offered = new CompletableFuture<Task<String>>();
        var release = new CompletableFuture<Void>();
        var other =
                inLoopOfItsOwn(() -> {
                    var task = Task.spawn("far", () -> "done" + release.get());
                    offered.complete(task);
                    return task.await();
                });
        var task = offered.get();
        var result =
                Task.run(() -> {
                    var awaiting = Task.spawn("awaiting", task::await);
                    Until.holds(
                            "the task awaits",
                            () -> awaiting.awaits().text().startsWith("awaits task #"),
                            awaiting::awaits);
                    release.complete(null);
                    return awaiting.await();
                });
        assertThat(result).isEqualTo("donenull");
        assertThat(other.get()).isEqualTo("donenull");
    }

    @Test
    void a_stream_of_one_loop_is_refused_to_the_other() throws Exception {
        Task.run(() -> {
            var stream = Loopback.connectToSilence();
            var other = inLoopOfItsOwn(() -> catchThrowable(() -> stream.read(Loopback.bytes(0))));
            assertThat(other.get())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is not on the event loop of");
            return null;
        });
    }

    private static <T> FutureTask<T> inLoopOfItsOwn(Callable<T> main) {
        var future = new FutureTask<>(() -> Task.run(main));
        Thread.ofPlatform().daemon().name("other loop").start(future);
        return future;
    }

    @Test
    void two_loops_share_one_port_and_both_are_dealt_connections() throws Exception {
        Set<String> loops = ConcurrentHashMap.newKeySet();
        var options =
                EchoOptions.defaults()
                        .withGrace(Duration.ZERO)
                        .withObserver(_ -> loops.add(Task.current().loop().name()));
        InetSocketAddress address;
        var clients = new ArrayList<Socket>();
        try (EchoServer server = EpollServer.listen(options, 2)) {
            address = server.address();
            for (var i = 0; i < CONNECTIONS; i++) {
                clients.add(connectAndEcho(address, i));
            }
            assertThat(loops).containsExactlyInAnyOrder("epoll loop 0", "epoll loop 1");
        }
        assertThatAllHasEnded(address, clients);
    }

    private static Socket connectAndEcho(InetSocketAddress address, int value) throws Exception {
        var client = new Socket(address.getAddress(), address.getPort());
        client.setSoTimeout(60_000);
        client.getOutputStream().write(value);
        assertThat(client.getInputStream().read()).isEqualTo(value);
        return client;
    }

    private static void assertThatAllHasEnded(InetSocketAddress address, List<Socket> clients)
            throws Exception {
        for (var client : clients) {
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            client.close();
        }
        assertThat(catchThrowable(() -> new Socket(address.getAddress(), address.getPort())))
                .isInstanceOf(ConnectException.class);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("epoll loop "));
    }
}
