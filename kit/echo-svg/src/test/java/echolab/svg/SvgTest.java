package echolab.svg;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.svg.Svg.At;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A drawing")
final class SvgTest {

    @Test
    void leaves_no_line_of_a_hatch_outside_its_rectangle() {
        var svg = new Svg().hatch(Ink.BLUE, new At(10, 20), 30, 15).render(100, 100, "", "");
        var places = Pattern.compile("[ML]([0-9.]+) ([0-9.]+)").matcher(svg).results().toList();

        assertThat(places)
                .hasSizeGreaterThan(8)
                .allSatisfy(place -> {
                    assertThat(Double.parseDouble(place.group(1))).isBetween(10.0, 40.0);
                    assertThat(Double.parseDouble(place.group(2))).isBetween(20.0, 35.0);
                });
    }

    @Test
    void says_what_it_shows_and_is_passed_over_where_it_shows_nothing() {
        assertThat(new Svg().render(9, 9, "<a & b>", "c"))
                .contains("role=\"img\"", "<title>&lt;a &amp; b&gt;</title>\n<desc>c</desc>");
        assertThat(new Svg().render(9, 9, "", ""))
                .contains("aria-hidden=\"true\"")
                .doesNotContain("<title>", "<desc>");
    }

    @Test
    void puts_the_head_of_an_arrow_where_it_ends() {
        var svg = new Svg().head(Ink.TEXT, new At(0, 5), new At(20, 5)).render(20, 10, "", "");

        assertThat(svg).contains("d=\"M20.0 5.0L12.0 9.0L12.0 1.0Z\"");
    }

    @Test
    void has_a_colour_for_the_dark_for_each_that_it_may_be_drawn_in() {
        for (var ink : Ink.values()) {
            var words = ink.around(ink, 1).replaceAll("class=\"s-(\\S+) f-.*", "$1");
            assertThat(Ink.css()).contains(".f-" + words + " {", ".s-" + words + " {");
        }
    }
}
