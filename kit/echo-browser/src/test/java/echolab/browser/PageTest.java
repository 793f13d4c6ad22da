package echolab.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Does each question find what is wrong, in a page where just that is wrong, and nothing in one that is right?
@DisplayName("A page in a browser")
@ExtendWith(BrowserExtension.class)
@Timeout(60)
final class PageTest {

    @TempDir private Path folder;

    @Test
    void that_is_right_gives_no_finding(Browser browser) throws IOException {
        var body =
                """
                <style>
                  body { background: #ffffff; color: #1f2937; color-scheme: light dark; }
                  @media (prefers-color-scheme: dark) { body { background: #111827; color: #e5e7eb; } }
                  pre { overflow-x: auto; }
                  text { fill: currentColor; }
                </style>
                <h1>Read me</h1><pre>%s</pre>
                <svg width="100" height="40"><text x="2" y="20">drawn</text></svg>
                """
                        .formatted("wide ".repeat(100));
        try (var page = browser.open(page(body), View.PHONE)) {
            for (var view :
                    new View[] {View.PHONE, View.PHONE.inDark(), View.DESKTOP, View.PAPER}) {
                page.look(view);
                assertThat(page.errors()).isEmpty();
                assertThat(page.requestsToANetwork()).isEmpty();
                assertThat(page.textsBelowContrast(4.5)).as("contrast, %s", view).isEmpty();
                assertThat(page.elementsTooWide()).isEmpty();
                assertThat(page.crowdedTexts()).isEmpty();
                assertThat(page.picturesWithoutSize()).isEmpty();
            }
            assertThat(page.requests()).singleElement().asString().endsWith("page.html");
            assertThat(page.text("h1")).isEqualTo("Read me");
        }
    }

    @Test
    void tells_of_exceptions_of_console_errors_and_of_files_that_are_not_there(Browser browser)
            throws IOException {
        var body =
                """
                <script>console.error('so it says')</script>
                <script>throw new Error('so it broke')</script>
                <img src="nowhere.png" alt="">
                """;
        try (var page = browser.open(page(body), View.DESKTOP)) {
            assertThat(page.errors())
                    .anyMatch(error -> error.contains("so it says"))
                    .anyMatch(error -> error.contains("so it broke"))
                    .anyMatch(error -> error.contains("nowhere.png"));
            assertThat(page.picturesWithoutSize()).singleElement().asString().contains("nowhere");
        }
    }

    @Test
    void tells_of_a_request_to_a_network(Browser browser) throws IOException {
        var body = "<link rel=\"stylesheet\" href=\"https://fonts.example/font.css\">";
        try (var page = browser.open(page(body), View.DESKTOP)) {
            assertThat(page.requestsToANetwork()).containsExactly("https://fonts.example/font.css");
        }
    }

    @Test
    void tells_of_texts_that_can_hardly_be_read(Browser browser) throws IOException {
        var body =
                """
                <p style="color: #767676">enough</p>
                <p style="color: #777777">not quite</p>
                <div style="opacity: 0.5"><p>faded, but enough</p><p style="color: #444">faded</p></div>
                <div style="background: #003; color: #fff"><p>light on dark</p></div>
                <svg width="300" height="60">
                  <rect width="150" height="60" fill="#002060"/>
                  <text x="10" y="20" fill="#ffffff">on the shape</text>
                  <text x="160" y="20" fill="#ffffff">beside it</text>
                </svg>
                <p style="display: none; color: #fff">hidden</p>
                """;
        try (var page = browser.open(page(body), View.DESKTOP)) {
            var texts = page.textsBelowContrast(4.5);
            assertThat(texts).hasSize(4);
            assertThat(texts.get(0))
                    .isEqualTo("\"not quite\" has a contrast of 4.48: #777777 on #ffffff");
            assertThat(texts.get(1)).contains("faded, but enough").contains("#808080");
            assertThat(texts.get(2)).contains("\"faded\"");
            assertThat(texts.get(3)).contains("beside it").contains("1.00");
        }
    }

    @Test
    void tells_what_makes_it_scroll_sideways_on_a_phone(Browser browser) throws IOException {
        var body =
                "<p>short</p><div id=\"wide\" style=\"width: 500px\">wide</div>"
                        + "<div style=\"overflow: auto\"><p style=\"width: 900px\">in a box</p></div>";
        try (var page = browser.open(page(body), View.PHONE)) {
            assertThat(page.elementsTooWide())
                    .hasSize(2)
                    .anyMatch(finding -> finding.contains("in a window of 375 px"))
                    .anyMatch(finding -> finding.contains("<div id=\"wide\"> ends at 508 px"));
        }
    }

    @Test
    void tells_of_texts_in_a_picture_that_overlap_or_are_cut_off(Browser browser)
            throws IOException {
        var body =
                """
                <svg width="200" height="100">
                  <text x="10" y="20">one above</text><text x="30" y="22">the other</text>
                  <text x="180" y="60">too far right</text><text x="10" y="60">alone</text>
                </svg>
                """;
        try (var page = browser.open(page(body), View.DESKTOP)) {
            assertThat(page.crowdedTexts())
                    .containsExactly(
                            "\"too far right\" is cut off at the edge of its picture",
                            "\"one above\" and \"the other\" overlap");
        }
    }

    @Test
    void is_written_as_a_picture_from_top_to_bottom(Browser browser) throws IOException {
        var body = "<body style=\"margin: 0\"><div style=\"height: 2000px\">long</div>";
        var file = folder.resolve("shot/page.png");
        try (var page = browser.open(page(body), View.PHONE)) {
            page.screenshot(file);
        }
        var picture = ImageIO.read(file.toFile());
        assertThat(picture.getWidth()).isEqualTo(375);
        assertThat(picture.getHeight()).isEqualTo(2000);
    }

    @Test
    void takes_clicks_text_and_keys_and_can_be_waited_for(Browser browser) throws IOException {
        var body =
                """
                <button onclick="field.focus()">go</button>
                <input id="field" onkeydown="if (event.key === 'Enter') setTimeout(() => said.textContent = field.value, 50)">
                <a id="next" href="#there">next</a><p id="said"></p>
                """;
        try (var page = browser.open(page(body), View.DESKTOP)) {
            page.click("button").type("epoll").press("_").press("Enter");
            page.waitUntil("said.textContent === 'epoll_'", "what was typed, after Enter");
            page.press("Tab").press("Enter");
            page.waitUntil("location.hash === '#there'", "the link under the focus to open");
        }
    }

    @Test
    void says_what_it_waited_for_in_vain_and_what_went_wrong(Browser browser) throws IOException {
        try (var page = browser.open(page(""), View.DESKTOP)) {
            assertThatThrownBy(() -> page.evaluate("nobody.knows"))
                    .hasMessageContaining("nobody is not defined");
        }
        assertThatThrownBy(() -> browser.open(folder.resolve("none.html"), View.DESKTOP))
                .hasMessageContaining("none.html")
                .hasMessageContaining("ERR_FILE_NOT_FOUND");
    }

    private Path page(String body) throws IOException {
        var html =
                "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\">"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>t</title>";
        return Files.writeString(folder.resolve("page.html"), html + body);
    }
}
