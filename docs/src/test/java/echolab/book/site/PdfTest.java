package echolab.book.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The PDF is sent to people who have nothing else of the repository.
@DisplayName("The PDF")
@Tag("book")
final class PdfTest {

    private static final Path PDF = Rendered.BOOK.resolve("echo-lab.pdf");
    private static final Pattern OUT = Pattern.compile("/URI \\(([^)]*)\\)");
    private static final Pattern WITHIN = Pattern.compile("/Dest \\(([^)]*)\\)");

    @BeforeAll
    static void rendered() {
        assumeTrue(Files.exists(PDF), "the PDF was not made: ./lab book does that");
    }

    @Test
    void leads_to_the_network_and_to_its_own_pages_and_to_no_file_beside_it() throws IOException {
        var pdf = Files.readString(PDF, StandardCharsets.ISO_8859_1);
        assertThat(all(OUT, pdf)).isNotEmpty().allMatch(link -> link.startsWith("http"));
        assertThat(all(WITHIN, pdf)).contains("run-steps", "man-epoll", "hints-510");
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(PdfTest::first).distinct().toList();
    }

    private static String first(MatchResult result) {
        return result.group(1);
    }
}
