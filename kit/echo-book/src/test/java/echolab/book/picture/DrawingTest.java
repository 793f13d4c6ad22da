package echolab.book.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import echolab.book.ChapterException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A picture")
final class DrawingTest {

    @Test
    void shows_its_boxes_arrows_bands_and_says_in_words_what_it_shows() {
        var svg =
                Drawing.svg(
                        List.of(
                                "band 1 \"the kernel\"",
                                "thread t 0,0 \"echo-0\" \"in read\" waits",
                                "socket s 0,1 \"a < b\"",
                                "t ~> s \"until bytes come\""),
                        "A thread waits");

        assertThat(svg)
                .contains("<title>A thread waits</title>", "f-band", "the kernel")
                .contains("f-pale-blue", "f-pale-green", "a &lt; b", "until bytes come")
                .containsOnlyOnce("Q");
        assertThat(svg.split("stroke-dasharray"))
                .as("a waiting box and a waiting arrow")
                .hasSize(3);
    }

    @Test
    void lets_no_label_stand_in_a_box_of_another_colour_than_the_ground_it_lies_on() {
        var above = List.of("thread a 0,0 \"a\"", "thread b 0,2 \"b\"", "a -> b \"calls\"");
        var within = new ArrayList<>(above);
        within.addFirst("band 0..2 \"the kernel\"");

        assertThat(Drawing.svg(above, "x")).contains("\"f-ground\"").doesNotContain("f-band");
        assertThat(Drawing.svg(within, "x")).contains("f-band").doesNotContain("class=\"paper\"");
    }

    @Test
    void that_cannot_be_drawn_says_which_line_is_to_blame() {
        assertThatThrownBy(() -> Drawing.svg(List.of("thread t at the left"), "x"))
                .isInstanceOf(ChapterException.class)
                .hasMessage("a picture has no line like: thread t at the left");
        assertThatThrownBy(() -> Drawing.svg(List.of("cloud c 0,0 \"x\""), "x"))
                .hasMessageStartingWith("a picture has no \"cloud\", but client, thread");
        assertThatThrownBy(() -> Drawing.svg(List.of("thread t 0,0 \"x\"", "t -> u"), "x"))
                .hasMessage("an arrow names the box u, which is not above it");
    }
}
