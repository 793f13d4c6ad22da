package echolab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Can what is printed of a page be typed?
class ReportFilesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "/clone/target/bench.html, xdg-open /clone/target/bench.html)",
                "/my clone/bench.html, xdg-open '/my clone/bench.html')",
                "/a(b)/bench.html, xdg-open '/a(b)/bench.html')"
            })
    @DisplayName("a path that a shell would take apart stands in quotes")
    void quoted(String page, String command) {
        assertThat(ReportFiles.andHowToOpenIt(Path.of(page))).startsWith(page).endsWith(command);
    }
}
