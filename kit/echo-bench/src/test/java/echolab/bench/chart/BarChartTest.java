package echolab.bench.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import echolab.bench.result.Quartiles;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A chart of bars")
final class BarChartTest {

    private static final Pattern BAR =
            Pattern.compile("<rect class=\"f-(bar|pale)\"[^>]* width=\"([0-9.]+)\" height=\"15");

    @Test
    void draws_a_figure_twice_as_long_when_it_is_twice_as_large() {
        var widths = widths(chart(bar("one", 5, false), bar("two", 10, false)));

        assertThat(widths).hasSize(2);
        assertThat(widths.getLast()).isCloseTo(2 * widths.getFirst(), within(0.2));
    }

    @Test
    void draws_one_that_the_load_generator_bound_as_long_as_any_and_hatched() {
        var svg = chart(bar("one", 5, true), bar("two", 5, false));

        var widths = widths(svg);
        assertThat(widths.getFirst()).isEqualTo(widths.getLast());
        assertThat(svg).contains("f-pale").contains("one 5.0, bound by the load generator");
    }

    @Test
    void says_its_figures_to_those_who_cannot_see_it_and_takes_any_name() {
        var svg = chart(bar("<a & b>", 5, false));

        assertThat(svg)
                .contains("<title>Title</title>\n<desc>&lt;a &amp; b&gt; 5.0</desc>")
                .doesNotContain("<a & b>");
    }

    @Test
    void leaves_no_line_of_a_hatch_outside_its_bar() {
        var svg = new Svg(100, 100, "", "").hatch(Ink.BAR, 10, 20, 30, 15).render();
        var places = Pattern.compile("[ML]([0-9.]+) ([0-9.]+)").matcher(svg).results().toList();

        assertThat(places)
                .hasSizeGreaterThan(8)
                .allSatisfy(place -> {
                    assertThat(Double.parseDouble(place.group(1))).isBetween(10.0, 40.0);
                    assertThat(Double.parseDouble(place.group(2))).isBetween(20.0, 35.0);
                });
    }

    private static String chart(BarChart.Bar... bars) {
        return new BarChart("Title", List.of(bars)).render(OptionalInt.empty());
    }

    private static BarChart.Bar bar(String name, double median, boolean clientBound) {
        var row = new Rows.Row(name, clientBound, "" + median, "" + median);
        return new BarChart.Bar(row, new Quartiles(median, median, median), Optional.empty());
    }

    private static List<Double> widths(String svg) {
        return BAR.matcher(svg).results().map(bar -> Double.valueOf(bar.group(2))).toList();
    }
}
