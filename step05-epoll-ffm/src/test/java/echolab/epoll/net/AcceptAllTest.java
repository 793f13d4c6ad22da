package echolab.epoll.net;

import echolab.contract.Expect;
import echolab.contract.Patience;
import echolab.epoll.LoopTest;
import echolab.epoll.loop.EventLoop;
import echolab.epoll.loop.LoopInside;
import echolab.epoll.task.Task;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Several clients connect at once, and epoll tells of it once. Are all of them served?
@LoopTest
@DisplayName("Accepting after one event")
class AcceptAllTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final int MANY = 1_000;

    private final AtomicInteger served = new AtomicInteger();

    @Test
    @Order(1)
    void all_who_have_connected_are_accepted() throws Exception {
        withClients(
                3,
                listener -> {
                    Task.spawn("server", () -> listener.serveForever(this::serve));
                    var count = servedWhen(n -> n == 3);
                    Expect.that(
                            "three clients are in the backlog and one event told of them: accept until nobody is left, or the others wait for the next client to come",
                            count == 3,
                            () -> count + " was served");
                });
    }

    @Test
    @Order(2)
    void who_connects_later_is_accepted_as_well() throws Exception {
        withClients(
                1,
                listener -> {
                    Task.spawn("server", () -> listener.serveForever(this::serve));
                    servedWhen(n -> n == 1);
                    try (var _ = connect(listener)) {
                        var count = servedWhen(n -> n == 2);
                        Expect.that(
                                "when the backlog is empty, the task waits for the next event, and then accepts again",
                                count == 2,
                                () -> count + " of 2 clients were served");
                    }
                });
    }

    @Test
    @Order(3)
    void a_crowd_of_clients_does_not_keep_the_tasks_that_are_ready_from_their_turn()
            throws Exception {
        var crowd = 2 * EventLoop.BURST;
        withClients(
                crowd,
                listener -> {
                    listener.awaitReadable();
                    Task.spawn("server", () -> listener.serveForever(this::serve));
                    Task.yield();
                    var accepted = Task.current().all().size() - 2; // the server and this one
                    Expect.that(
                            "after %d operations a task gives way to the others"
                                    .formatted(EventLoop.BURST),
                            accepted < crowd,
                            () -> "all %d were accepted before anybody else ran".formatted(crowd));
                    var count = servedWhen(n -> n == crowd);
                    Expect.that(
                            "one event told of all of them, and all of them are served",
                            count == crowd,
                            () -> "%s of %s were served".formatted(count, crowd));
                });
    }

    @Test
    @Order(4)
    void a_server_to_whom_nobody_comes_takes_no_turns() throws Exception {
        withClients(
                1,
                listener -> {
                    Task.spawn("server", () -> listener.serveForever(this::serve));
                    servedWhen(n -> n == 1);
                    var loop = Task.current().loop();
                    Expect.that(
                            "once nobody is left, the task waits for the next event, and the loop may sleep",
                            becomesQuiet(loop),
                            () -> "it goes on and on, turn by turn, though nobody comes");
                    var timers = LoopInside.timers(loop) - 1; // that of the one who is served
                    Expect.that(
                            "the kernel tells of the next client, so nobody has to look from time to time",
                            timers == 0,
                            () -> "a timer is set, to look again");
                });
    }

    @Test
    @Order(5)
    void a_server_that_is_cancelled_ends() throws Exception {
        withClients(
                1,
                listener -> {
                    var server = Task.spawn("server", () -> listener.serveForever(this::serve));
                    servedWhen(n -> n == 1);
                    server.cancel();
                    Expect.that(
                            "a cancel ends the wait, and the server with it",
                            ScriptedStream.endsByItself(server),
                            () -> "it accepts still");
                });
    }

    @Test
    @Order(6)
    void a_listener_that_is_closed_ends_its_server_wherever_it_is() throws Exception {
        withClients(
                1,
                listener -> {
                    var server = Task.spawn("server", () -> listener.serveForever(this::serve));
                    servedWhen(n -> n == 1);
                    listener.closeDescriptor();
                    expectClosed(
                            "the listener is closed while its server waits: that ends it, by a ClosedChannelException",
                            server);
                    expectClosed(
                            "who would serve with a closed listener is told so at once: the number of its descriptor may be somebody else's",
                            Task.spawn("server", () -> listener.serveForever(this::serve)));
                });
    }

    @Test
    @Order(7)
    void who_has_given_way_looks_whether_the_listener_is_open_still() throws Exception {
        withClients(
                2 * EventLoop.BURST,
                listener -> {
                    listener.awaitReadable();
                    var server = Task.spawn("server", () -> listener.serveForever(this::serve));
                    Task.yield();
                    listener.closeDescriptor();
                    expectClosed(
                            "a crowd has come, and while the server gave way another task has closed the listener: requireOpen is asked after giveWay, and throws a ClosedChannelException",
                            server);
                });
    }

    private static void expectClosed(String why, Task<?> server) {
        Expect.that(
                why,
                () -> {
                    if (!ScriptedStream.endsByItself(server)) {
                        throw new AssertionError("it goes on");
                    }
                    try {
                        server.await();
                    } catch (ClosedChannelException _) {
                        return;
                    }
                    throw new AssertionError("it returned, as if nothing had been");
                });
    }

    private static boolean becomesQuiet(EventLoop loop) {
        var turns = 0;
        while (LoopInside.runOfOthers(loop, 1) > 0 && turns < MANY) {
            turns++;
        }
        return turns < MANY;
    }

    private void serve(Stream stream) {
        served.incrementAndGet();
        Task.sleep(Duration.ofDays(1));
    }

    private interface ListenerTest {
        void test(Listener listener) throws Exception;
    }

    private static void withClients(int count, ListenerTest test) throws Exception {
        Task.run(() -> {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var listener = Listener.bind(address, count + 1, false);
            var clients = new ArrayDeque<Socket>();
            try {
                while (clients.size() < count) {
                    clients.add(connect(listener));
                }
                test.test(listener);
            } finally {
                listener.closeDescriptor(); // which ends a server that does not listen to a cancel
                for (var client : clients) {
                    client.close();
                }
            }
            return null;
        });
    }

    private static Socket connect(Listener listener) throws Exception {
        return new Socket(listener.address().getAddress(), listener.address().getPort());
    }

    /// Has patience for as long as the number grows.
    private int servedWhen(IntPredicate enough) {
        var patience = new Patience(PATIENCE);
        var seen = served.get();
        while (!enough.test(seen) && !patience.isOver()) {
            Task.sleep(Duration.ofMillis(10));
            if (served.get() != seen) {
                patience = new Patience(PATIENCE);
                seen = served.get();
            }
        }
        return seen;
    }
}
