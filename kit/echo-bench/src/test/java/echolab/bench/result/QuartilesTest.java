package echolab.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuartilesTest {

    @Test
    void of_an_odd_row_they_are_figures_of_the_row() {
        assertThat(Quartiles.of(5, 1, 4, 2, 3)).contains(new Quartiles(2, 3, 4));
    }

    @Test
    void of_an_even_row_they_lie_between_two_figures() {
        assertThat(Quartiles.of(4, 3, 2, 1)).contains(new Quartiles(1.75, 2.5, 3.25));
    }

    @Test
    void of_one_figure_they_are_that_figure() {
        assertThat(Quartiles.of(7)).contains(new Quartiles(7, 7, 7));
    }

    @Test
    void of_no_figure_there_are_none() {
        assertThat(Quartiles.of()).isEmpty();
    }
}
