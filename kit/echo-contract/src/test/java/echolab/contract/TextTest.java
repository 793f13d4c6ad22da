package echolab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void a_line_is_broken_at_spaces() {
        assertThat(Text.wrap("the quick brown fox", 9)).containsExactly("the quick", "brown fox");
    }

    @Test
    void a_word_that_is_longer_than_a_line_is_cut_and_none_of_it_is_lost() {
        assertThat(Text.wrap("aaaaabbbbb cc", 4)).containsExactly("aaaa", "abbb", "bb", "cc");
    }
}
