package echolab.epoll.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "step 05 calls Linux's epoll")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AwaitedInTheJdkTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private static void assertOfJdk(Awaited awaited, String method) {
        assertThat(awaited.text())
                .startsWith("awaits " + method + " at AwaitedInTheJdkTest.java:")
                .isEqualTo(awaited.kind());
    }

    @Test
    void a_method_of_the_JDK_is_named_with_the_line_that_called_it() throws Exception {
        assertOfJdk(AwaitedTest.awaitedIn(() -> Thread.sleep(LONG)), "java.lang.Thread.sleep");
        assertOfJdk(
                AwaitedTest.awaitedIn(() -> new LinkedBlockingQueue<Integer>().take()),
                "java.util.concurrent.LinkedBlockingQueue.take");
    }

    @Test
    void a_read_of_a_JDK_socket_is_named() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var socket = new Socket(server.getInetAddress(), server.getLocalPort());
            var awaited = AwaitedTest.awaitedIn(() -> socket.getInputStream().read());
            assertOfJdk(awaited, "java.net.Socket$SocketInputStream.read");
        }
    }

    @Test
    void a_lock_and_a_monitor_that_others_hold_are_told() throws Exception {
        var lock = new ReentrantLock();
        var monitor = new Object();
        Task.run(() -> {
            var locking = Task.spawn("locking", lock::lockInterruptibly);
            var entering = Task.spawn("entering", () -> enter(monitor));
            lock.lock();
            try {
                synchronized (monitor) {
                    Task.yield();
                    assertThat(Awaited.by(locking).text())
                            .startsWith(
                                    "awaits java.util.concurrent.locks.ReentrantLock.lockInterruptibly at Task.java:");
                    assertOfJdk(Awaited.by(entering), "synchronized");
                }
            } finally {
                lock.unlock();
            }
            return null;
        });
    }

    private static void enter(Object monitor) {
        synchronized (monitor) {
            assertThat(Thread.holdsLock(monitor)).isTrue();
        }
    }
}
