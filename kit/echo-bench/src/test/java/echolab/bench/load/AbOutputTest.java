package echolab.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import echolab.bench.result.AbOutput;
import echolab.bench.result.AbRound;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// `echo.txt` is what ab 2.3 printed of the minimal epoll loop in C, and behind it what the shell printed of its CPU time.
@DisplayName("What ApacheBench prints of an echo server")
final class AbOutputTest {

    @Test
    void is_read_line_by_line() throws IOException {
        var output = AbOutput.parse(text());

        assertThat(output.complete()).isEqualTo(20_000);
        assertThat(output.failed()).isZero();
        assertThat(output.non2xx()).as("every echo is one").isEqualTo(20_000);
        assertThat(output.keepAlive()).isEqualTo(20_000);
        assertThat(output.transferredBytes()).isEqualTo(20_000 * 106);
        assertThat(output.unanswered()).isZero();
        assertThat(output.percentileMillis()).containsOnlyKeys(50, 66, 75, 80, 90, 95, 98, 99, 100);
    }

    @Test
    void has_two_times_per_request_which_differ_by_the_concurrency() throws IOException {
        var output = AbOutput.parse(text());

        assertThat(output.millisPerRequest() / output.millisAcrossAll())
                .isCloseTo(100, within(5.0));
        assertThat(output.requestsPerSecond() * output.millisAcrossAll())
                .isCloseTo(1000, within(100.0));
    }

    @Test
    void calls_a_request_complete_that_was_never_answered() throws IOException {
        var lost =
                text().replaceAll("(?m)^Non-2xx responses: .*$", "Non-2xx responses:      19990");

        assertThat(AbOutput.parse(lost).unanswered()).isEqualTo(10);
    }

    @Test
    void ends_with_the_CPU_time_that_it_took() {
        assertThat(AbProcess.cpuNanos("0m0.00s 0m0.01s\n1m2.50s 0m0.25s\n"))
                .hasValue(62_750_000_000L);
        assertThat(AbProcess.cpuNanos("no times here")).isEmpty();
    }

    @Test
    void is_kept_without_what_the_shell_said_and_has_the_connection_times() throws IOException {
        var printed = AbProcess.printed(text());
        var round =
                new AbRound(
                        1,
                        1,
                        AbOutput.parse(text()),
                        Optional.of(printed),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        0);

        assertThat(printed)
                .startsWith("This is ApacheBench, Version 2.3")
                .endsWith("100%     43 (longest request)");
        assertThat(round.connectionTime("Connect", 5)).hasValue(3);
        assertThat(round.connectionTime("Total", 2)).hasValue(3);
        assertThat(round.connectionTime("Total", 3)).hasValue(3.6);
        assertThat(round.connectionTime("Total", 4)).hasValue(1);
    }

    @Test
    void without_a_line_that_ab_always_prints_is_refused_by_that_line() {
        assertThatThrownBy(
                        () -> AbOutput.parse("apr_pollset_poll: The timeout specified has expired"))
                .isInstanceOf(IOException.class)
                .hasMessage("ab printed no line \"Time taken for tests:\"");
    }

    private static String text() throws IOException {
        try (var in = AbOutputTest.class.getResourceAsStream("echo.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
