package echolab.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A part of a trace")
final class PartTest {

    @Test
    void is_a_message_and_what_the_server_does_until_it_sleeps_again() {
        assertThat(lines(Part.ECHO.of(Recorded.loop())))
                .containsExactly(
                        "0.00  client A              sends",
                        "0.10  loop                └ ready: A",
                        "0.20  loop                  read A",
                        "0.30  loop                  write A",
                        "0.40  loop                ┌ epoll_wait");
    }

    @Test
    void ends_before_the_next_pause_with_calls_that_are_not_over() {
        var trace = Part.ECHO.of(Recorded.loop());

        assertThat(lines(Part.ECHO.of(Recorded.twice()))).isEqualTo(lines(trace));
        assertThat(Part.ECHO.of(Recorded.twice()).lanes().getFirst().calls().getLast().isFinished())
                .as("whether the last wait is over")
                .isFalse();
    }

    @Test
    void begins_with_the_last_message_of_the_first_client_when_all_send_together() {
        assertThat(lines(Part.TOGETHER.of(Recorded.twice())))
                .startsWith(
                        "0.00  client A              sends", "0.05  client B              sends")
                .hasSize(8);
    }

    @Test
    void has_the_arrows_that_the_whole_has() {
        var arrows = Arrow.of(new Story(Part.ECHO.of(Recorded.loop())));

        assertThat(arrows).hasExactlyElementsOfTypes(Arrow.Message.class, Arrow.Echo.class);
    }

    @Test
    void is_the_whole_when_that_is_asked_for() {
        assertThat(Part.ALL.of(Recorded.loop())).isEqualTo(Recorded.loop());
    }

    private static List<String> lines(Trace trace) {
        return TraceText.render(trace).lines().skip(1).map(String::strip).toList();
    }
}
