package echolab.bench.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A chart that has a row a server")
final class RowChartTest {

    private static final Pattern BAR =
            Pattern.compile(
                    "<rect class=\"f-(?:blue|pale-blue)\"[^>]* width=\"([0-9.]+)\" height=\"15");

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
        assertThat(svg).contains("f-pale-blue").contains("one 5.0, bound by the load generator");
    }

    @Test
    void says_its_figures_to_those_who_cannot_see_it_and_takes_any_name() {
        var svg = chart(bar("<a & b>", 5, false));

        assertThat(svg)
                .contains("<title>Title</title>\n<desc>&lt;a &amp; b&gt; 5.0</desc>")
                .doesNotContain("<a & b>");
    }

    @Test
    void puts_names_above_their_bars_that_would_take_much_of_the_width() {
        var svg =
                chart(bar("a name that is longer than a half", 5, false), bar("short", 10, false));

        assertThat(widths(svg).getLast()).isGreaterThan(RowChart.WIDTH / 2);
        assertThat(svg).contains("text-anchor=\"start\">a name that");
    }

    private static String chart(RowChart.Row... bars) {
        return Charts.bars("Title", List.of(bars), OptionalInt.empty()).orElseThrow();
    }

    private static RowChart.Row bar(String name, double median, boolean clientBound) {
        var figure = "" + median;
        var marks = List.<RowChart.Mark>of(new RowChart.Mark.Bar(median));
        return new RowChart.Row(name, clientBound, figure, figure, marks);
    }

    private static List<Double> widths(String svg) {
        return BAR.matcher(svg).results().map(bar -> Double.valueOf(bar.group(1))).toList();
    }
}
