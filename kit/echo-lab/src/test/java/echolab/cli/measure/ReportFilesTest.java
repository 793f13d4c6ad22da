package echolab.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
    void a_path_that_a_shell_would_take_apart_stands_in_quotes(String page, String command) {
        assertThat(ReportFiles.andHowToOpenIt(Path.of(page))).startsWith(page).endsWith(command);
    }
}
