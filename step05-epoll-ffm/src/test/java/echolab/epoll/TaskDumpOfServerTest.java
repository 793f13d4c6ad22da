package echolab.epoll;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.contract.Servers;
import echolab.epoll.dump.TaskDump;
import echolab.epoll.net.Listener;
import echolab.epoll.task.Task;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "step 05 calls Linux's epoll")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TaskDumpOfServerTest {

    @Test
    void the_one_connection_that_cannot_write_stands_out_of_a_thousand_that_read()
            throws Exception {
        Servers.assumeDescriptors(2 * 1000); // both ends are here
        var clients = new ArrayList<Socket>();
        try {
            var dump = Task.run(() -> connected(clients, 1000));
            assertThat(dump.toString()).contains(": 1002 tasks");
            var peer = "127.0.0.1:" + clients.getFirst().getLocalPort();
            assertThat(dump.toString().lines().skip(3))
                    .hasSize(2)
                    .anyMatch(line ->
                            line.matches(
                                    "    #\\d+ connection on fd \\d+, .*, awaits fd \\d+ write, peer "
                                            + peer))
                    .anyMatch(line ->
                            line.matches("    999 × connection on fd …, .*, each awaits fd read"));
        } finally {
            for (var client : clients) {
                client.close();
            }
        }
    }

    /// The first client sends a byte, and is sent more than it takes.
    private static TaskDump connected(List<Socket> clients, int count) throws Exception {
        var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var listener = Listener.bind(loopback, count, false);
        Task.spawn(
                "server",
                () ->
                        listener.serveForever(stream -> {
                            stream.read(ByteBuffer.allocateDirect(1));
                            stream.write(ByteBuffer.allocateDirect(64 << 20));
                        }));
        Task.yield();
        for (var i = 0; i < count; i++) {
            clients.add(SocketChannel.open(listener.address()).socket());
        }
        clients.getFirst().getChannel().write(ByteBuffer.allocate(1));
        var task = Task.current();
        var dump = TaskDump.of(task);
        while (!dump.toString().contains("write") || !dump.toString().contains("999 ×")) {
            Task.sleep(Duration.ofMillis(5));
            dump = TaskDump.of(task);
        }
        return dump;
    }
}
