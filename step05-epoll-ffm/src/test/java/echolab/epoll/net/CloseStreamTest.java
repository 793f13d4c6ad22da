package echolab.epoll.net;

import static echolab.epoll.net.ScriptedStream.endsByItself;

import echolab.contract.Expect;
import echolab.epoll.LoopTest;
import echolab.epoll.linux.Epoll;
import echolab.epoll.linux.Linux;
import echolab.epoll.loop.EventLoop;
import echolab.epoll.loop.LoopInside;
import echolab.epoll.task.Task;
import java.io.IOException;
import java.nio.channels.AsynchronousCloseException;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// What has to happen when a stream is closed, beside the system call?
@LoopTest
@DisplayName("Closing a stream")
class CloseStreamTest {

    private static final int MANY = 100;

    private interface StreamTest {
        void test(ScriptedStream scripted) throws Exception;
    }

    private static void withStream(StreamTest test) throws Exception {
        Task.run(() -> {
            try (var scripted = new ScriptedStream()) {
                test.test(scripted);
            }
            return null;
        });
    }

    @Test
    @Order(1)
    void the_descriptor_is_closed_and_its_number_free_again() throws Exception {
        withStream(scripted -> {
            scripted.stream.close();
            Expect.that(
                    "a descriptor that is not closed is lost, and a process has few of them",
                    !isOpen(scripted.loop, scripted.stream.number()),
                    () -> scripted.stream + " is open still");
        });
    }

    @Test
    @Order(2)
    void who_waits_to_read_or_to_write_is_woken_and_told() throws Exception {
        withStream(scripted -> {
            scripted.stream.writable = false;
            var reader = Task.spawn("reader", scripted.stream::awaitReadable);
            var writer = Task.spawn("writer", scripted.stream::awaitWritable);
            Task.yield();

            scripted.stream.close();

            for (var task : new Task<?>[] {reader, writer}) {
                Expect.that(
                        "epoll says nothing of a descriptor that is closed, so who waits for it would wait for ever: close wakes them",
                        endsByItself(task),
                        () -> task + " waits still");
                Expect.that(
                        "the wait ends with an AsynchronousCloseException, since the stream is marked as closed before it is woken",
                        () -> expectClosed(task));
            }
            Expect.that(
                    "the descriptor is closed as well, whoever waits for it",
                    !isOpen(scripted.loop, scripted.stream.number()),
                    () -> scripted.stream + " is open still");
        });
    }

    private static void expectClosed(Task<?> task) throws Exception {
        try {
            task.await();
        } catch (AsynchronousCloseException _) {
            return;
        }
        throw new AssertionError(task + " went on");
    }

    @Test
    @Order(3)
    @DisplayName("closing twice closes once: the number may be another's by then")
    void closes_once() throws Exception {
        withStream(scripted -> {
            var linux = scripted.loop.linux;
            scripted.stream.close();
            var sockets = new ArrayList<Integer>();
            while (!sockets.contains(scripted.stream.number()) && sockets.size() < MANY) {
                sockets.add(linux.socket(Linux.AF_INET));
            }

            scripted.stream.close();

            Expect.that(
                    "the kernel gives a free number to the next socket, here again fd %d: a second close must not reach it"
                            .formatted(scripted.stream.number()),
                    sockets.stream().allMatch(fd -> isOpen(scripted.loop, fd)),
                    () -> "the other socket was closed");
            sockets.forEach(linux::close);
        });
    }

    @Test
    @Order(4)
    void an_event_that_comes_late_does_not_reach_it() throws Exception {
        withStream(scripted -> {
            var stream = scripted.stream;
            scripted.loop.register(stream);
            var data = LoopInside.registration(stream);

            stream.close();
            LoopInside.dispatch(scripted.loop, data, Epoll.EPOLLIN);

            Expect.that(
                    "events may come for a stream that is closed, as long as there is a copy of its descriptor: the poller forgets the stream, or hands it an event after its end",
                    !stream.readable,
                    () -> "the closed stream was told that it can be read");
        });
    }

    @Test
    @Order(5)
    void no_other_thread_may_close_it() throws Exception {
        withStream(scripted -> {
            var thrown = new AtomicReference<Throwable>();
            Thread.ofPlatform()
                    .start(() -> {
                        try {
                            scripted.stream.close();
                        } catch (Throwable e) {
                            thrown.set(e);
                        }
                    })
                    .join();
            Expect.that(
                    "nothing of a stream has a lock, so it may be closed on its loop only: requireOnLoop throws an IllegalStateException, and the stream stays open",
                    thrown.get() instanceof IllegalStateException
                            && isOpen(scripted.loop, scripted.stream.number()),
                    () ->
                            thrown.get() == null
                                    ? "another thread has closed it"
                                    : thrown.get().toString());
            scripted.stream.close();
        });
    }

    @Test
    @Order(6)
    void a_listener_is_told_that_it_is_closed_and_gives_up_what_it_has_beside() throws Exception {
        Task.run(() -> {
            var listener = Loopback.listen();
            var spare = listener.spare;
            listener.closeDescriptor();
            Expect.that(
                    "a listener has a second descriptor, which nobody else knows of: closed() gives it up",
                    !isOpen(listener.loop, spare),
                    () -> "fd " + spare + " is open still");
            return null;
        });
    }

    private static boolean isOpen(EventLoop loop, int fd) {
        try {
            loop.addresses.local(fd);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
