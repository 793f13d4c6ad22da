package echolab.epoll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "step 05 calls Linux's epoll")
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JdkSocketTest {

    /// A task waits in a JDK socket until another thread sends.
    private static int readOnALoopOfItsOwn() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var client = new Socket(server.getInetAddress(), server.getLocalPort());
                var accepted = server.accept()) {
            return EventLoop.run(() -> {
                var reader = Task.spawn("reader", () -> client.getInputStream().read());
                Task.yield();
                Task.blocking(() -> send(accepted));
                return reader.await();
            });
        }
    }

    private static Void send(Socket socket) throws IOException {
        socket.getOutputStream().write(7);
        return null;
    }

    @Test
    void aLoopThatEndsDoesNotTakeTheJdksPollersWithIt() throws Exception {
        assertThat(readOnALoopOfItsOwn()).isEqualTo(7);
        assertThat(readOnALoopOfItsOwn()).isEqualTo(7);
    }
}
