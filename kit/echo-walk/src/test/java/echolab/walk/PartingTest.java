package echolab.walk;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.walk.Recording.Frame;
import echolab.walk.Recording.Step;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Two walks in the same scene")
final class PartingTest {

    private static final Recording OURS =
            recording(act("A sends hello"), at(0), at(1, "recv"), at(1), at(2));

    @Test
    void do_not_part_by_how_many_lines_the_same_takes() {
        var longer =
                recording(act("A sends hello"), at(0), at(0), at(1), at(1, "recv"), at(1), at(2));
        assertThat(Parting.of(longer, OURS).isAtTheEnd()).isTrue();
    }

    @Test
    void part_at_the_last_line_before_another_method() {
        var other = recording(act("A sends hello"), at(0), at(1, "recv"), at(1), at(1), at(0));
        assertThat(Parting.of(other, OURS))
                .isEqualTo(new Parting(4, 3, "runs A.m0 on loop", "runs A.m2 on loop"));
    }

    @Test
    void part_at_a_line_that_makes_another_system_call() {
        var other = recording(act("A sends hello"), at(0), at(1, "recv"), at(1, "recv"), at(2));
        assertThat(Parting.of(other, OURS))
                .isEqualTo(new Parting(3, 3, "calls recv", "runs A.m2 on loop"));
    }

    @Test
    void part_where_one_of_them_sleeps() {
        var other = recording(act("A sends hello"), at(0), act("A ends"));
        assertThat(Parting.of(other, OURS).next()).isEqualTo("comes to rest, and A ends");
        var none = recording(act("A sends hello"), at(0));
        assertThat(Parting.of(none, OURS).next()).isEqualTo("comes to the end of the recording");
    }

    private static Recording recording(Step... steps) {
        var frames =
                Stream.of("A.m0", "A.m1", "A.m2").map(name -> new Frame(-1, 0, name, 1)).toList();
        return new Recording(
                "step05",
                "x",
                "",
                Map.of("A.java", Map.of(1, "a();")),
                List.of("loop"),
                frames,
                List.of(steps),
                "",
                "");
    }

    private static Step at(int frame, String... calls) {
        return new Step(0, frame, "", List.of(calls), Map.of(), Map.of(), "", List.of());
    }

    private static Step act(String client) {
        return new Step(-1, -1, client, List.of(), Map.of(), Map.of(), "", List.of());
    }
}
