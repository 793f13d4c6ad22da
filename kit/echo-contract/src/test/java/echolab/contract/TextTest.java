package echolab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void aLineIsBrokenAtSpaces() {
        assertThat(Text.wrap("the quick brown fox", 9)).containsExactly("the quick", "brown fox");
    }

    @Test
    void aWordThatIsLongerThanALineIsCutAndNoneOfItIsLost() {
        assertThat(Text.wrap("aaaaabbbbb cc", 4)).containsExactly("aaaa", "abbb", "bb", "cc");
    }
}
