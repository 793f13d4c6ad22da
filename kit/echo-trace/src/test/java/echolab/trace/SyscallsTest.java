package echolab.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import echolab.EchoStep;
import echolab.bench.machine.Machine;
import echolab.bench.run.Target;
import echolab.process.Strace;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("System calls per echo")
@Tag("stress")
final class SyscallsTest {

    @Test
    void stand_in_a_row_for_each_call_and_a_column_for_each_server() {
        var table =
                SyscallsTable.render(
                        result(
                                counted(
                                        "slow",
                                        Map.of(
                                                "read",
                                                2_000L,
                                                "write",
                                                1_000L,
                                                "epoll_ctl",
                                                1_000L)),
                                counted(
                                        "fast",
                                        Map.of(
                                                "recvfrom",
                                                1_000L,
                                                "sendto",
                                                1_000L,
                                                "mprotect",
                                                1L))));

        assertThat(table.lines())
                .contains(
                        "           slow   fast",
                        "epoll_ctl  1.00      –",
                        "read       2.00      –",
                        "recvfrom      –   1.00",
                        "other         –  <0.01",
                        "all        4.00   2.00");
    }

    @Test
    void are_compared_by_what_they_are_for_and_not_by_their_names() {
        var table =
                SyscallsTable.render(
                        result(
                                counted(
                                        "slow",
                                        Map.of(
                                                "read",
                                                2_000L,
                                                "write",
                                                1_000L,
                                                "epoll_ctl",
                                                1_000L)),
                                counted("fast", Map.of("recvfrom", 1_000L, "sendto", 1_000L))));

        assertThat(table)
                .contains("slow makes the most, 4.00 per echo; fast the fewest, 2.00.")
                .containsPattern(
                        "more of: (epoll_ctl \\+1.00, read \\+1.00|read \\+1.00, epoll_ctl \\+1.00)\n");
    }

    @Test
    void of_servers_that_make_as_many_are_not_called_different() {
        var calls = Map.of("read", 1_000L, "write", 1_000L);

        assertThat(SyscallsTable.render(result(counted("one", calls), counted("other", calls))))
                .contains("No difference between them shows.")
                .doesNotContain("makes the most");
    }

    @Test
    void of_a_server_that_failed_are_a_sentence() {
        var failed =
                new Counted(
                        "gone",
                        "",
                        Optional.empty(),
                        List.of(),
                        0,
                        Map.of(),
                        Optional.of("gone: it ended"));

        assertThat(SyscallsTable.render(result(failed))).contains("✘ gone: it ended");
    }

    @Test
    void more_bytes_than_the_buffers_of_a_socket_hold_are_refused_in_a_sentence() {
        assertThatThrownBy(() -> new Counter(100, 65_536, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--payload must be 1 to 4,096, but is 65,536");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void of_a_selector_loop_are_one_read_and_one_write() throws IOException {
        var step = EchoStep.all().getFirst();
        var counted = count(Target.ofStep(step)).targets().getFirst();

        assertThat(counted.failure()).isEmpty();
        assertThat(counted.echoes()).isEqualTo(200);
        assertThat(counted.perEcho("read")).as("read in %s", counted).isCloseTo(1, within(0.1));
        assertThat(counted.perEcho("write")).as("write in %s", counted).isCloseTo(1, within(0.1));
    }

    private static SyscallsResult count(Target target) throws IOException {
        try {
            return new Counter(10, 64, 20).count(List.of(target), List.of(), _ -> {});
        } catch (Strace.UnavailableException e) {
            return abort("not applicable: " + e.getMessage());
        }
    }

    private static Counted counted(String name, Map<String, Long> calls) {
        return new Counted(
                name, name, Optional.empty(), List.of(name), 1_000, calls, Optional.empty());
    }

    private static SyscallsResult result(Counted... targets) {
        var machine =
                new Machine(
                        "cpu", 2, OptionalLong.empty(), "Linux", "amd64", "25", Optional.empty());
        return new SyscallsResult(
                1,
                "syscalls",
                "2026-01-01",
                List.of(),
                machine,
                Optional.empty(),
                10,
                64,
                100,
                List.of(targets));
    }
}
