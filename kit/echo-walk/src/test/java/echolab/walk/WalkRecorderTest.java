package echolab.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A recorder of scenes")
@Timeout(3600)
@Tag("stress")
final class WalkRecorderTest {

    @Test
    void finds_all_three_clients_in_one_turn_of_the_selector() throws IOException {
        var recording = Walked.of("step02", "three-clients");
        var reads =
                recording.steps().stream()
                        .map(Recording.Step::calls)
                        .flatMap(List::stream)
                        .filter(call -> call.equals("read"))
                        .count();
        assertThat(reads).isEqualTo(3);
        assertThat(lastKnown(recording)).containsExactly("0 0 0 5", "0 0 0 5", "0 0 0 5");
    }

    @Test
    void shows_a_write_that_the_kernel_took_a_part_of() throws IOException {
        var recording = Walked.of("step02", "slow-reader");
        assertThat(recording.steps())
                .anySatisfy(step ->
                        assertThat(step.values())
                                .containsEntry("Connection of A: interest", "writing"));
    }

    @Test
    void wakes_a_loop_that_was_about_to_sleep_when_something_is_handed_in() throws IOException {
        var recording = Walked.of("step05", "hand-in");
        var story = Walked.story(recording);
        var stops = story.indexOf("comes to rest, and server stops");
        assertThat(story.get(stops - 1)).isEqualTo("runs EventLoop.waitForEvents on epoll loop 0");
        assertThat(story.subList(stops, story.indexOf("comes to rest, and A ends")))
                .contains("runs Inbox.put on close", "runs EpollServer.serve on task main");
        assertThat(recording.steps().get(stops).words())
                .isEqualTo("epoll loop 0 is held at its line meanwhile.");
    }

    @Test
    void waits_for_a_timer_as_long_as_it_takes() throws IOException {
        var story = Walked.story(Walked.of("step05", "timeout"));
        assertThat(story.subList(story.indexOf("comes to rest, and A waits"), story.size()))
                .contains("runs Timers.fire on epoll loop 0", "runs Combinators.timeout on task 1");
    }

    @Test
    void tells_what_hangs_on_a_future_and_which_carrier_a_thread_is_on() throws IOException {
        assertThat(values(Walked.of("step03", "chain"), "Readiness: hangs on the read"))
                .containsSequence(
                        "nothing",
                        "thenApply",
                        "thenApply, then thenCompose",
                        "thenApply, then thenCompose, then whenComplete");
        var mount = Walked.of("step04", "mount");
        var parked = "none: its stack is in the heap";
        assertThat(values(mount, "echo-1: carrier"))
                .containsExactly(parked, "ForkJoinPool-1-worker-1", parked);
        assertThat(values(mount, "echo-0: carrier")).startsWith(parked, "ForkJoinPool-1-worker-1");
    }

    private static List<String> values(Recording recording, String name) {
        return recording.steps().stream()
                .map(step -> step.values().get(name))
                .filter(value -> value != null)
                .toList();
    }

    /// With `and` the server is stopped by a signal at that moment, and would answer no question.
    @ParameterizedTest
    @ValueSource(strings = {"A receives 5", "A receives 5 and"})
    void ends_where_a_client_waits_for_what_nobody_will_send(String waits) throws IOException {
        var acts = List.of("A connects", "A sends hi", waits, "A sends hello");
        var recording = Walked.of("step02", Scene.parse("step02", "short", acts));
        assertThat(recording.ending()).contains("A receives 5, all threads of the server sleep");
        assertThat(recording.steps().getLast().client()).isEqualTo("A receives 5");
    }

    private static List<String> lastKnown(Recording recording) {
        return List.of("A", "B", "C").stream()
                .map(client ->
                        recording.steps().stream()
                                .map(step -> step.queues().get(client))
                                .filter(queue -> queue != null)
                                .reduce("", (_, later) -> later))
                .toList();
    }
}
