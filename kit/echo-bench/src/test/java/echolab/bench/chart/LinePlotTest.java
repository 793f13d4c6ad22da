package echolab.bench.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Labels at the ends of lines")
final class LinePlotTest {

    @Test
    void stay_where_they_are_when_there_is_room() {
        assertThat(LinePlot.apart(List.of(10.0, 30.0, 90.0), 15, 0, 100))
                .containsExactly(10.0, 30.0, 90.0);
    }

    @Test
    void that_meet_stand_around_the_middle_of_their_places() {
        assertThat(LinePlot.apart(List.of(50.0, 50.0, 50.0), 10, 0, 100))
                .containsExactly(40.0, 50.0, 60.0);
    }

    @Test
    void that_are_pushed_into_others_push_those_too() {
        assertThat(LinePlot.apart(List.of(20.0, 20.0, 26.0), 10, 0, 100))
                .containsExactly(12.0, 22.0, 32.0);
    }

    @Test
    void stay_in_the_picture() {
        assertThat(LinePlot.apart(List.of(98.0, 99.0), 10, 0, 100)).containsExactly(90.0, 100.0);
        assertThat(LinePlot.apart(List.of(1.0, 2.0), 10, 0, 100)).containsExactly(0.0, 10.0);
    }

    @Test
    void are_squeezed_when_there_is_not_room_for_all() {
        assertThat(LinePlot.apart(List.of(5.0, 5.0, 5.0), 10, 0, 10))
                .containsExactly(0.0, 5.0, 10.0);
    }
}
