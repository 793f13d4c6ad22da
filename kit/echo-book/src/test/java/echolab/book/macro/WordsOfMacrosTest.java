package echolab.book.macro;

import static org.assertj.core.api.Assertions.assertThat;

import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Options;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The words in the brackets of a macro are the author's: nothing of them may be lost on the way to the page.
@DisplayName("The words of a macro")
@Tag("stress")
final class WordsOfMacrosTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "given:[2,048 bytes]            | 2,048 bytes",
                "fact:ab-manual[47,394]         | 47,394",
                "fact:ab-manual[slow, and wide] | slow, and wide",
            })
    void keep_their_commas(String macro, String words) {
        try (var asciidoctor = Asciidoctor.Factory.create()) {
            assertThat(asciidoctor.convert(macro, Options.builder().build()))
                    .contains(">" + words + "</");
        }
    }
}
