package echolab.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuartilesTest {

    @Test
    void ofAnOddRowTheyAreFiguresOfTheRow() {
        assertThat(Quartiles.of(5, 1, 4, 2, 3)).contains(new Quartiles(2, 3, 4));
    }

    @Test
    void ofAnEvenRowTheyLieBetweenTwoFigures() {
        assertThat(Quartiles.of(4, 3, 2, 1)).contains(new Quartiles(1.75, 2.5, 3.25));
    }

    @Test
    void ofOneFigureTheyAreThatFigure() {
        assertThat(Quartiles.of(7)).contains(new Quartiles(7, 7, 7));
    }

    @Test
    void ofNoFigureThereAreNone() {
        assertThat(Quartiles.of()).isEmpty();
    }
}
