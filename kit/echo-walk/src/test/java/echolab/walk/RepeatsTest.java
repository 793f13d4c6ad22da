package echolab.walk;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.walk.Recording.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is done again and again")
final class RepeatsTest {

    private static final int ROUND = 7;

    @Test
    void is_told_the_first_and_the_last_time_with_all_that_has_changed() {
        var kept = Repeats.leftOut(rounds(5));
        assertThat(kept).hasSize(2 * ROUND);
        assertThat(kept.get(ROUND).words()).contains("3 more times");
        assertThat(kept.get(ROUND).values()).containsEntry("round", "4");
    }

    @Test
    void is_told_twice_when_it_was_done_twice() {
        assertThat(Repeats.leftOut(rounds(2))).isEqualTo(rounds(2));
    }

    /// Frame 0 is where a thread parks.
    @Test
    void does_not_tell_of_a_park_that_came_back_for_nothing() {
        var vain =
                List.of(step(7, "a"), step(0, "parked"), step(1, "b"), step(2, "c"), step(0, "d"));

        var kept = Repeats.leftParked(vain, frame -> frame == 0);

        assertThat(kept).extracting(Step::frame).containsExactly(7, 0);
        assertThat(kept.getLast().values()).containsEntry("value", "d");
    }

    @Test
    void tells_of_a_park_that_came_back_for_something() {
        var other = new Step(1, 3, "", List.of(), Map.of(), Map.of(), "", List.of());
        var client = new Step(-1, -1, "A ends", List.of(), Map.of(), Map.of(), "", List.of());
        var said = step(1, "b").saying("It looks again.");
        for (var between : List.of(other, client, said)) {
            var steps = List.of(step(0, "a"), between, step(2, "b"), step(0, "c"));
            assertThat(Repeats.leftParked(steps, frame -> frame == 0)).isEqualTo(steps);
        }
    }

    @Test
    void takes_nothing_else_for_a_park() {
        var steps = List.of(step(7, "a"), step(1, "b"), step(7, "c"));
        assertThat(Repeats.leftParked(steps, frame -> frame == 0)).isEqualTo(steps);
    }

    private static Step step(int frame, String value) {
        return new Step(0, frame, "", List.of(), Map.of("value", value), Map.of(), "", List.of());
    }

    private static List<Step> rounds(int count) {
        var steps = new ArrayList<Step>();
        for (var round = 0; round < count; round++) {
            var values = Map.of("round", String.valueOf(round));
            IntStream.range(0, ROUND)
                    .mapToObj(frame ->
                            new Step(
                                    0,
                                    frame,
                                    "",
                                    List.of(),
                                    frame == 0 ? values : Map.of(),
                                    Map.of(),
                                    "",
                                    List.of()))
                    .forEach(steps::add);
        }
        return steps;
    }
}
