package echolab.epoll.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import echolab.epoll.LoopTest;
import echolab.epoll.Until;
import echolab.epoll.task.Task;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What becomes of a plain virtual thread that a task has started, say inside an executor of the JDK, when the loop has ended that carried it?
/// It goes on elsewhere, and whoever wakes it notices nothing.
@LoopTest
class AfterTheEndTest {

    /// Where such a thread may wait, and how somebody who knows nothing of loops ends its wait.
    enum Wait {
        QUEUE {
            private final LinkedBlockingQueue<String> queue = new LinkedBlockingQueue<>();

            @Override
            void begin() throws Exception {
                queue.take();
            }

            @Override
            void end(Thread waiting) throws Exception {
                queue.put("one");
            }
        },
        CONDITION {
            private final ReentrantLock lock = new ReentrantLock();
            private final java.util.concurrent.locks.Condition condition = lock.newCondition();

            @Override
            void begin() throws Exception {
                lock.lock();
                try {
                    condition.await();
                } finally {
                    lock.unlock();
                }
            }

            @Override
            void end(Thread waiting) {
                lock.lock();
                try {
                    condition.signalAll();
                } finally {
                    lock.unlock();
                }
            }
        },
        MONITOR {
            @Override
            void begin() throws Exception {
                synchronized (this) {
                    wait();
                }
            }

            @Override
            void end(Thread waiting) {
                synchronized (this) {
                    notifyAll();
                }
            }
        },
        INTERRUPT {
            @Override
            void begin() {
                java.util.concurrent.locks.LockSupport.park();
            }

            @Override
            void end(Thread waiting) {
                waiting.interrupt();
            }
        },
        SOCKET {
            private final List<Socket> ends = new ArrayList<>();

            @Override
            void begin() throws Exception {
                ends.get(0).getInputStream().read();
            }

            @Override
            void prepare() throws Exception {
                try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                    ends.add(new Socket(server.getInetAddress(), server.getLocalPort()));
                    ends.add(server.accept());
                }
            }

            @Override
            void end(Thread waiting) throws Exception {
                ends.get(1).getOutputStream().write(1);
            }
        };

        void prepare() throws Exception {}

        abstract void begin() throws Exception;

        abstract void end(Thread waiting) throws Exception;
    }

    @ParameterizedTest
    @EnumSource(Wait.class)
    void a_virtual_thread_that_outlives_its_loop_goes_on_and_who_wakes_it_notices_nothing(Wait wait)
            throws Exception {
        wait.prepare();
        var wentOn = new CountDownLatch(1);
        var left = leave(wait, wentOn);
        assertThatCode(() -> wait.end(left)).doesNotThrowAnyException();
        Until.holds("it goes on", () -> wentOn.getCount() == 0, left::getState);
        Until.holds("it ends", () -> !left.isAlive(), left::getState);
    }

    private static Thread leave(Wait wait, CountDownLatch wentOn) throws Exception {
        return Task.run(() -> {
            var thread =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    wait.begin();
                                    wentOn.countDown();
                                } catch (Exception e) {
                                    throw new IllegalStateException(e);
                                }
                            });
            Until.holds(
                    "it waits", () -> thread.getState() == Thread.State.WAITING, thread::getState);
            return thread;
        });
    }

    /// The JVM's own threads, which unblock others and poll its sockets, must be alive still: other virtual threads depend on them.
    @Test
    void virtual_threads_of_the_rest_of_the_program_work_as_before() throws Exception {
        for (var wait : List.of(Wait.MONITOR, Wait.QUEUE)) {
            wait.prepare();
            wait.end(leave(wait, new CountDownLatch(1)));
        }
        var count = new AtomicInteger();
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < 100; i++) {
            threads.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                synchronized (count) {
                                    count.incrementAndGet();
                                }
                            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        assertThat(count).hasValue(100);
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var client = new Socket(server.getInetAddress(), server.getLocalPort());
                var accepted = server.accept()) {
            var read = new AtomicInteger(-1);
            var reader =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    read.set(accepted.getInputStream().read());
                                } catch (java.io.IOException e) {
                                    throw new java.io.UncheckedIOException(e);
                                }
                            });
            Until.holds(
                    "it reads", () -> reader.getState() == Thread.State.WAITING, reader::getState);
            client.getOutputStream().write(7);
            reader.join();
            assertThat(read).hasValue(7);
        }
    }

    @Test
    void a_virtual_thread_that_was_ready_when_the_loop_ended_goes_on_elsewhere() throws Exception {
        var ended = new CountDownLatch(1);
        Task.run(() ->
                Thread.ofVirtual()
                        .start(() -> {
                            for (var i = 0; i < 100; i++) {
                                Thread.yield();
                            }
                            ended.countDown();
                        }));
        Until.holds("it ends", () -> ended.getCount() == 0, () -> "it does not run");
    }

    @Test
    void only_who_hands_something_in_himself_is_refused() throws Exception {
        var loop = Task.run(() -> Task.current().loop());
        assertThatThrownBy(() -> loop.execute(() -> {}))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("has ended");
    }

    /// Thousands of times, at no particular moment of the end: what is woken runs, here or elsewhere.
    @Test
    @Tag("stress")
    void who_is_woken_while_the_loop_ends_is_not_lost() throws Exception {
        for (var round = 0; round < 2_000; round++) {
            var queue = new LinkedBlockingQueue<Integer>();
            var got = new CountDownLatch(1);
            var ending = new CountDownLatch(1);
            var waker =
                    Thread.ofPlatform()
                            .start(() -> {
                                try {
                                    ending.await();
                                    queue.put(1);
                                } catch (InterruptedException e) {
                                    throw new IllegalStateException(e);
                                }
                            });
            Task.run(() -> {
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                queue.take();
                                got.countDown();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        });
                Task.yield();
                ending.countDown();
                return null;
            });
            waker.join();
            var seen = round;
            Until.holds(
                    "the one of round " + seen + " has got it",
                    () -> got.getCount() == 0,
                    () -> "it waits still");
        }
    }
}
