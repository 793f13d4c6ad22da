package echolab.epoll.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import echolab.EchoOptions;
import echolab.EchoServer;
import echolab.epoll.EpollStep;
import echolab.epoll.task.Task;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "step 05 calls Linux's epoll")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LineClientTest {

    private static final String HOST = "127.0.0.1";

    private static EchoServer server() throws IOException {
        return new EpollStep().listen(EchoOptions.defaults());
    }

    private static List<String> printedBy(int port, Callable<String> lines) throws Exception {
        return Printed.by(() -> Task.run(() -> LineClient.talk(HOST, port, lines)));
    }

    @Test
    void prints_the_words_of_the_command_line_that_come_back() throws Exception {
        try (var server = server()) {
            var port = String.valueOf(server.address().getPort());
            assertThat(
                            Printed.by(() ->
                                    LineClient.main(new String[] {HOST, port, "hello", "wörld"})))
                    .containsExactly("hello", "wörld");
        }
    }

    @Test
    void sends_more_than_the_buffers_on_the_way_hold_and_reads_meanwhile() throws Exception {
        var line = "x".repeat(60_000);
        var sent = Collections.nCopies(400, line);
        var left = sent.iterator();
        try (var server = server()) {
            var port = server.address().getPort();
            assertThat(printedBy(port, () -> left.hasNext() ? left.next() : null).equals(sent))
                    .as("400 lines of 60,000 bytes came back")
                    .isTrue();
        }
    }

    @Test
    void ends_when_the_server_does_though_it_still_waits_for_a_line_to_send() throws Exception {
        var never = new LinkedBlockingQueue<String>();
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greetAndClose(server));
            var printed = printedBy(server.getLocalPort(), () -> Task.blocking(never::take));
            assertThat(printed).containsExactly("goodbye");
        }
    }

    @Test
    void says_who_did_not_answer() throws Exception {
        int port;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }
        assertThatThrownBy(() -> printedBy(port, () -> null))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(HOST + ":" + port);
    }

    @Test
    void says_what_it_needs_when_no_port_is_given() {
        assertThatThrownBy(() -> LineClient.main(new String[] {HOST}))
                .hasMessageContaining("LineClient HOST PORT [LINE ...]");
    }

    private static void greetAndClose(ServerSocket server) {
        try (var socket = server.accept()) {
            socket.getOutputStream().write("goodbye\n".getBytes());
        } catch (IOException e) {
            throw new AssertionError("the server of the test failed", e);
        }
    }
}
