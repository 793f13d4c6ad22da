package echolab.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import echolab.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/// Is each fault found in a page where it is the only one, and none in a page that is right?
@DisplayName("A page in a browser")
@ExtendWith(BrowserExtension.class)
@Timeout(3600)
@Tag("browser")
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
                <pre tabindex="0">%s</pre>
                <svg width="100" height="40" role="img" aria-label="a word"><text x="2" y="20">drawn</text></svg>
                """
                        .formatted("wide ".repeat(100));
        browser.open(page(body), View.DESKTOP);
        for (var view : List.of(View.DESKTOP, View.PHONE, View.PHONE.inDark(), View.PAPER)) {
            assertThat(browser.look(view).findings()).as("%s", view).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    color-contrast    | <p style="color: #777777">not quite</p>
                    "x" has a contrast of 4.48: #777777 on #ffffff | <p style="color: #777777">x</p>
                    "on a gradient" has a contrast of 4.48 | <p style="color: #777777; background: linear-gradient(#fff, #fff)">on a gradient</p>
                    color-contrast    | <div style="opacity: 0.4"><p>faded</p></div>
                    color-contrast    | <p>like the other</p><div style="background: #333333"><p>on something else</p></div>
                    color-contrast    | <p>like the other</p><p style="font-weight: bold">in bold</p><p style="color: #777777">in grey</p>
                    color-contrast    | <style>b, i { position: absolute } b { top: 300px; width: 200px; height: 100px; background: #333333 }</style><b></b><i>here</i><i style="top: 320px">on the box</i>
                    empty-table-header| <table><tr><th></th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>
                    heading-order     | <h2>two</h2><h4>four</h4>
                    image-alt         | <img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">
                    label             | <input>
                    link-name         | <a href="#there"></a>
                    svg-img-alt       | <svg role="img" width="9" height="9"></svg>
                    scrollable-region-focusable | <div style="overflow: auto; height: 20px; width: 50px"><p>a<br>b<br>c<br>d</p></div>
                    """)
    void tells_what_axe_finds_and_what_it_leaves_undecided(
            String finding, String body, Browser browser) throws IOException {
        assertThat(browser.open(page(body), View.DESKTOP).findings())
                .singleElement()
                .asString()
                .startsWith(finding);
    }

    @Test
    void tells_what_is_wrong_in_the_dark_only(Browser browser) throws IOException {
        var body =
                """
                <style>@media (prefers-color-scheme: dark) { body { background: #111; color: #333; } }</style>
                <p>bright</p>
                """;
        browser.open(page(body), View.DESKTOP);
        assertThat(browser.findings()).isEmpty();
        assertThat(browser.look(View.DESKTOP.inDark()).findings())
                .isNotEmpty()
                .allMatch(finding -> finding.startsWith("color-contrast: "));
    }

    @Test
    void tells_of_exceptions_of_console_errors_and_of_what_cannot_be_fetched(Browser browser)
            throws IOException {
        var body =
                """
                <script>console.error('so it says')</script>
                <script>throw new Error('so it broke')</script>
                <img src="nowhere.png" alt="">
                <link rel="stylesheet" href="https://fonts.example/font.css">
                <script src="http://127.0.0.1:9/"></script>
                """;
        assertThat(browser.open(page(body), View.DESKTOP).findings())
                .anyMatch(error -> error.contains("so it says"))
                .anyMatch(error -> error.contains("so it broke"))
                .anyMatch(error -> error.contains("nowhere.png - Failed to load"))
                .anyMatch(error -> error.startsWith("https://fonts.example/font.css - Failed"))
                .anyMatch(error -> error.startsWith("http://127.0.0.1:9/ - Failed"))
                .anyMatch(error -> error.startsWith("<img src=\"nowhere.png\" alt=\"\"> shows"))
                .hasSize(6);
        assertThat(browser.open(page(""), View.DESKTOP).findings()).as("the next page").isEmpty();
    }

    @Test
    void tells_of_texts_in_pictures_that_can_hardly_be_read(Browser browser) throws IOException {
        var body =
                """
                <svg width="300" height="60" role="img" aria-label="words">
                  <rect width="150" height="60" fill="#002060"/>
                  <text x="10" y="20" fill="#ffffff">on the shape</text>
                  <text x="160" y="20" fill="#ffffff">beside it</text>
                  <text x="10" y="50" fill="#ffffff" opacity="0.4">faded</text>
                  <text x="160" y="50" fill="#767676">enough</text>
                </svg>
                """;
        assertThat(browser.open(page(body), View.DESKTOP).findings())
                .containsExactly(
                        "\"beside it\" has a contrast of 1.00: #ffffff on #ffffff",
                        "\"faded\" has a contrast of 3.50: #6679a0 on #002060");
    }

    @Test
    void tells_what_makes_it_scroll_sideways_on_a_phone(Browser browser) throws IOException {
        var body =
                "<p>short</p><div id=\"wide\" style=\"width: 500px\">wide</div>"
                        + "<div style=\"overflow: auto\" tabindex=\"0\"><p style=\"width: 900px\">in a box</p></div>";
        assertThat(browser.open(page(body), View.PHONE).findings())
                .containsExactly(
                        "the page is 509 px wide in a window of 375 px",
                        "<div id=\"wide\" style=\"width: 500px\"> ends at 508 px");
    }

    @Test
    void tells_of_texts_in_a_picture_that_overlap_or_are_cut_off(Browser browser)
            throws IOException {
        var body =
                """
                <svg width="200" height="100" role="img" aria-label="words">
                  <text x="10" y="20">one above</text><text x="30" y="22">the other</text>
                  <text x="180" y="60">too far right</text><text x="10" y="60">alone</text>
                </svg>
                """;
        assertThat(browser.open(page(body), View.DESKTOP).findings())
                .containsExactly(
                        "\"too far right\" is cut off at the edge of its picture",
                        "\"one above\" and \"the other\" overlap");
    }

    @Test
    void takes_keys_and_can_be_waited_for(Browser browser) throws IOException {
        var body =
                """
                <input id="field" aria-label="field" autofocus
                  onkeydown="if (event.key === 'Enter') setTimeout(() => said.textContent = field.value, 50)">
                <p id="said"></p>
                """;
        browser.open(page(body), View.DESKTOP);
        new Actions(browser).sendKeys("epoll_", Keys.ENTER).perform();
        browser.waitUntil("said.textContent === 'epoll_'", "what was typed, after Enter");
    }

    @Test
    void that_is_not_there_is_said_to_be(Browser browser) {
        assertThatThrownBy(() -> browser.open(folder.resolve("none.html"), View.DESKTOP))
                .hasMessageContaining("none.html")
                .hasMessageContaining("is not there");
    }

    /// The limit of what is mute is short, since it will be reached; the other is not.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    ChromeDriver ends at once ; exec false      ;              ; 60 ; exit value: 1
                    ChromeDriver is mute      ; exec sleep 3600 ;              ; 1  ; waiting for driver server
                    Chromium ends at once     ;                 ; exec false   ; 60 ; Chrome instance exited
                    Chromium is mute          ;                 ; sleep 3600 & echo $! >$0.child && wait ; 1  ; Timeout|waiting for driver server
                    """)
    void of_a_browser_that_does_not_start_is_a_sentence_and_leaves_nothing(
            String name, String driver, String chromium, int limit, String why) throws IOException {
        var drivers = program("chromedriver", driver);
        var programs = program("chromium", chromium);
        assertThatThrownBy(() -> Browser.start(drivers, programs, Duration.ofSeconds(limit)))
                .hasMessageContaining("%s did not start %s: ", drivers, programs)
                .hasMessageFindingMatch(why);
        var child = folder.resolve("chromium.child");
        if (Files.exists(child)) {
            var pid = Long.parseLong(Files.readString(child).strip());
            assertThat(ProcessHandle.of(pid).map(ProcessHandle::onExit).stream())
                    .allSatisfy(end -> assertThat(end).succeedsWithin(Duration.ofMinutes(1)));
        }
    }

    private Path program(String name, String script) throws IOException {
        if (script == null) {
            return Programs.find(name).orElseThrow();
        }
        var file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        assumeTrue(Files.isExecutable(file), () -> file + " may not run: is it mounted noexec?");
        return file;
    }

    private Path page(String body) throws IOException {
        var html =
                """
                <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>t</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <main><h1>Read me</h1>%s</main>
                """;
        return Files.writeString(folder.resolve("page.html"), html.formatted(body));
    }
}
