package echolab.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The story of a trace")
final class StoryTest {

    @Test
    void leaves_out_threads_that_took_no_part() {
        assertThat(Recorded.loop().lanes()).extracting(Lane::name).containsExactly("loop");
    }

    @Test
    void has_a_row_for_each_moment_in_the_order_of_time() {
        var text = TraceText.render(Recorded.loop());

        assertThat(text.lines().skip(1).map(String::strip))
                .containsExactly(
                        "0.00  client A              connects",
                        "0.10  loop                └ new connection",
                        "0.20  loop                  accept4 A",
                        "0.30  loop                  fcntl",
                        "0.40  loop                  epoll_ctl ADD A",
                        "0.50  loop                ┌ epoll_wait",
                        "┄",
                        "20.00  client A              sends",
                        "20.10  loop                └ ready: A",
                        "20.20  loop                  read A",
                        "20.30  loop                  write A",
                        "20.40  loop                ┌ epoll_wait");
    }

    @Test
    void
            an_arrow_leads_from_a_message_to_the_wait_that_it_ended_and_from_the_write_to_the_client() {
        var arrows = arrows(Recorded.loop());

        assertThat(arrows)
                .containsExactly(
                        "A connects: epoll_wait", "A sends: epoll_wait", "write: A has its echo");
    }

    @Test
    void an_arrow_leads_from_the_thread_that_wakes_to_the_one_that_is_woken() {
        assertThat(arrows(Recorded.handoff()))
                .containsExactly(
                        "B sends: epoll_wait", "write: B has its echo", "poller wakes worker");
    }

    @Test
    void a_futex_that_wakes_a_thread_outside_the_picture_is_left_out() {
        var text = TraceText.render(Recorded.handoff());

        assertThat(text).containsOnlyOnce("futex wake");
    }

    private static List<String> arrows(Trace trace) {
        return Arrow.of(new Story(trace)).stream().map(arrow -> line(trace, arrow)).toList();
    }

    private static String line(Trace trace, Arrow arrow) {
        return switch (arrow) {
            case Arrow.Message(var event, var call) ->
                    ClientEvent.letter(event.client())
                            + " "
                            + event.action().verb()
                            + ": "
                            + call.name();
            case Arrow.Echo(var call, var event) ->
                    call.name()
                            + ": "
                            + ClientEvent.letter(event.client())
                            + " "
                            + event.action().verb();
            case Arrow.Handoff(var wake, var sleep) ->
                    trace.laneOf(wake).name() + " wakes " + trace.laneOf(sleep).name();
        };
    }
}
