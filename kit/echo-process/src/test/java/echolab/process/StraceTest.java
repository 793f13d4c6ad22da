package echolab.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("strace")
final class StraceTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    @Test
    void its_table_of_counts_is_read_with_and_without_a_column_of_errors() {
        var table =
                """
                % time     seconds  usecs/call     calls    errors syscall
                ------ ----------- ----------- --------- --------- ------------------
                 61.45    0.022137           3      6000           sendto
                 38.10    0.013727           2      6012        12 recvfrom
                  0.45    0.000161           2        60           epoll_wait
                ------ ----------- ----------- --------- --------- ------------------
                100.00    0.036025           2     12072        12 total
                """;

        assertThat(Strace.parseCounts(table.lines().toList()))
                .containsExactly(
                        entry("sendto", 6000L), entry("recvfrom", 6012L), entry("epoll_wait", 60L));
    }

    @Test
    void it_sees_a_server_accept_and_the_server_goes_on() throws IOException {
        try (var server =
                ServerProcess.start(ServerCommand.ofStep(new QuietStep(), List.of("-Xmx32m")))) {
            try (var strace = attach(server)) {
                try (var _ = connect(server)) {
                    var lines = strace.calls().values().stream().flatMap(List::stream).toList();
                    assertThat(lines).as("lines of all threads").isNotEmpty();
                }
            }
            try (var again = connect(server)) {
                assertThat(again.isConnected()).isTrue();
            }
        }
    }

    private static Strace attach(ServerProcess server) throws IOException {
        try {
            return Strace.record(server.pid(), LIMIT);
        } catch (Strace.UnavailableException e) {
            return abort("not applicable: " + e.getMessage());
        }
    }

    private static Socket connect(ServerProcess server) throws IOException {
        return new Socket(server.address().getAddress(), server.address().getPort());
    }
}
