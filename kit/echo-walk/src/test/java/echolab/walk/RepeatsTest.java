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
