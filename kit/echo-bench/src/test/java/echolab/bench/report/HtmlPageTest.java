package echolab.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.browser.Browser;
import echolab.browser.BrowserExtension;
import echolab.browser.Page;
import echolab.browser.View;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Can the page be read, wherever it is opened? Each kind of page is opened light, dark, on a phone and on paper; the pictures
/// are left in `target/pages` to be looked at.
@DisplayName("The HTML report")
@ExtendWith(BrowserExtension.class)
@Timeout(300)
final class HtmlPageTest {

    private static final Path FOLDER = Path.of("target", "pages");
    private static final Map<String, View> VIEWS =
            Map.of(
                    "light", View.DESKTOP,
                    "dark", View.DESKTOP.inDark(),
                    "phone", View.PHONE,
                    "phone-dark", View.PHONE.inDark(),
                    "paper", View.PAPER);

    @BeforeAll
    static void write() throws IOException {
        var closed = Invented.run(1000, 106, 0);
        write("one", new Saved("one", Invented.load(closed)));
        write("open-loop", new Saved("open-loop", Invented.load(Invented.run(100, 106, 50_000))));
        write("idle", new Saved("idle", Invented.idle(10_000)));
        write(
                "sweep",
                new Saved(
                        "sweep",
                        Invented.load(
                                Invented.run(1, 106, 0),
                                Invented.run(10, 106, 0),
                                Invented.run(100, 106, 0),
                                Invented.run(1000, 106, 0),
                                Invented.run(10_000, 106, 0))));
        write(
                "several",
                new Saved("before", Invented.load(closed)),
                new Saved("after", Invented.load(closed)),
                new Saved("memory", Invented.idle(1000)));
    }

    private static void write(String name, Saved... results) throws IOException {
        HtmlPage.write(List.of(results), FOLDER.resolve(name + ".html"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "open-loop", "idle", "sweep", "several"})
    void is_readable_light_dark_on_a_phone_and_on_paper(String name, Browser browser) {
        try (var page = browser.open(FOLDER.resolve(name + ".html"), View.DESKTOP)) {
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
            VIEWS.forEach((view, size) -> {
                page.look(size).screenshot(FOLDER.resolve(name + "-" + view + ".png"));
                isReadable(page, name + ", " + view);
            });
            assertThat(page.errors()).as("console errors of %s", name).isEmpty();
            assertThat(page.requests()).as("what %s fetched besides itself", name).hasSize(1);
            assertThat(page.count("script, link, img")).isZero();
        }
    }

    private static void isReadable(Page page, String what) {
        assertThat(page.textsBelowContrast(4.5)).as("texts of %s", what).isEmpty();
        assertThat(page.crowdedTexts()).as("texts in charts of %s", what).isEmpty();
        assertThat(page.picturesWithoutSize()).as("charts of %s", what).isEmpty();
        if (!what.endsWith("paper")) {
            assertThat(page.elementsTooWide()).as("what sticks out of %s", what).isEmpty();
        }
    }

    @Test
    void has_all_charts_of_a_run_with_the_words_for_those_who_cannot_see_them(Browser browser) {
        try (var page = browser.open(FOLDER.resolve("one.html"), View.DESKTOP)) {
            assertThat(page.count("figure > svg[role=img]")).isEqualTo(5);
            assertThat(page.count("figure > svg > title:not(:empty)")).isEqualTo(5);
            assertThat(page.count("figure > svg > desc:not(:empty)")).isEqualTo(5);
            assertThat(page.text(".table")).contains("netty-io_uring").contains("failed");
            assertThat(page.text(".table ~ .table")).contains("netty-io_uring", "p99.99");
        }
    }

    @Test
    void marks_a_row_whose_load_generator_was_the_bottleneck_in_table_and_charts(Browser browser) {
        try (var page = browser.open(FOLDER.resolve("one.html"), View.DESKTOP)) {
            var bound = page.count("td.client");
            assertThat(bound).isPositive();
            assertThat(page.text("td.client")).contains("load generator");
            assertThat(page.text(".key")).contains("the load generator was the bottleneck");
            // in a chart of bars: the box beside the name and the bar
            assertThat(page.count("figure:first-of-type .f-pale")).isEqualTo(2 * bound);
        }
    }

    @Test
    void shows_what_was_varied_as_lines_and_opens_a_run_when_it_is_wanted(Browser browser) {
        try (var page = browser.open(FOLDER.resolve("sweep.html"), View.DESKTOP)) {
            assertThat(page.text("section h3")).isEqualTo("Over connections");
            assertThat(page.count("section figure > svg")).isEqualTo(4);
            assertThat(page.count("details:not([open])")).isEqualTo(6);
        }
    }

    @Test
    void puts_runs_under_the_same_load_side_by_side(Browser browser) {
        try (var page = browser.open(FOLDER.resolve("several.html"), View.DESKTOP)) {
            assertThat(page.text("article h2")).isEqualTo("Side by side");
            assertThat(page.text("article .table thead")).contains("before").contains("after");
            page.click("nav a[href='#memory']");
            page.waitUntil("scrollY > 0", "the page to go to the result named memory");
        }
    }
}
