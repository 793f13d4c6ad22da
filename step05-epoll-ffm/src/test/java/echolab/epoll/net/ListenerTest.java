package echolab.epoll.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import echolab.epoll.Logged;
import echolab.epoll.LoopTest;
import echolab.epoll.Until;
import echolab.epoll.VirtualTime;
import echolab.epoll.task.Task;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/// What becomes of a connection when its task, or its listener, ends in an unusual way?
@LoopTest
class ListenerTest {

    @Test
    void a_connection_whose_task_is_cancelled_before_it_began_is_closed() throws Exception {
        Task.run(() -> {
            var listener = Loopback.listen();
            var handled = new ArrayList<Stream>();
            Loopback.serve(listener, handled::add);
            var canceller = Task.spawn("canceller", ListenerTest::cancelWhatHasNotBegun);
            try (var client = Loopback.connectTo(listener)) {
                Task.timeout(Loopback.LIMIT, canceller::await);
                var end = Task.timeout(Loopback.LIMIT, () -> client.read(Loopback.bytes(0)));
                assertThat(end).as("what the client reads").isEqualTo(-1);
            }
            assertThat(handled).isEmpty();
            listener.close(Duration.ofDays(1));
            return null;
        });
    }

    /// It has a turn whenever others have theirs, and a task that was spawned in one turn begins in the next: it comes first.
    private static void cancelWhatHasNotBegun() {
        while (true) {
            for (var task : Task.current().all()) {
                if (task.toString().startsWith("task connection on ")) {
                    assertThat(task.stack()).isEmpty();
                    task.cancel();
                    return;
                }
            }
            Task.yield();
        }
    }

    @Test
    void a_listener_that_is_closed_tells_the_task_that_serves() throws Exception {
        Task.run(() -> {
            var listener = Loopback.listen();
            var server = Loopback.serve(listener, Loopback::echo);
            Task.yield();
            listener.close(Loopback.LIMIT);
            assertThat(catchThrowable(server::await)).isInstanceOf(ClosedChannelException.class);
            return null;
        });
    }

    @Test
    void connections_that_are_not_done_after_the_grace_are_cancelled_and_waited_for()
            throws Exception {
        var time = new VirtualTime();
        Task.run(() -> {
            var listener = Loopback.listen();
            Loopback.serve(listener, _ -> time.after(60_000, "sleeper").call());
            var client = Loopback.connectTo(listener);
            Until.holds(
                    "the connection is handled",
                    () -> Task.current().all().size() == 3,
                    () -> Task.current().all());
            listener.close(VirtualTime.ms(20));
            assertThat(time.log).containsExactly("sleeper cancelled");
            assertThat(client.read(Loopback.bytes(0))).isEqualTo(-1);
            return null;
        });
    }

    @Test
    void a_handler_that_fails_ends_its_own_connection_alone() throws Exception {
        try (var logged = Logged.by(Listener.class)) {
            Task.run(() -> {
                var listener = Loopback.listen();
                Loopback.serve(
                        listener,
                        stream -> {
                            Loopback.echo(stream);
                            throw new CancellationException("of something else");
                        });
                for (var i = 0; i < 2; i++) {
                    try (var client = Loopback.connectTo(listener)) {
                        client.shutdownOutput();
                        assertThat(client.read(Loopback.bytes(0))).isEqualTo(-1);
                    }
                }
                return null;
            });
            assertThat(logged.messages()).hasSize(2);
            assertThat(logged.messages().getFirst()).startsWith("the handler of 127.0.0.1:");
        }
    }
}
