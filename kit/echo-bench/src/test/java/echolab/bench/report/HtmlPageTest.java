package echolab.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.bench.result.Invented;
import echolab.bench.result.JmhFigure;
import echolab.bench.result.Saved;
import echolab.browser.Browser;
import echolab.browser.BrowserExtension;
import echolab.browser.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/// Can the page be read, wherever it is opened? Each kind of page is opened light, dark, on a phone and on paper; the pictures
/// are left in `target/pages` to be looked at.
@DisplayName("The HTML report")
@ExtendWith(BrowserExtension.class)
@Timeout(3600)
@Tag("browser")
final class HtmlPageTest {

    private static final Path FOLDER = Path.of("target", "pages");
    private static final Map<String, View> VIEWS =
            Map.of(
                    "light", View.DESKTOP,
                    "dark", View.DESKTOP.inDark(),
                    "phone", View.PHONE,
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
                                Invented.run(100, 106, 0),
                                Invented.run(10_000, 106, 0))));
        write(
                "several",
                new Saved("before", Invented.load(closed)),
                new Saved("after", Invented.load(closed)),
                new Saved("memory", Invented.idle(1000)));
        var call = new JmhFigure("SystemCall", "absPlain", 8.5, 0.1, OptionalDouble.of(16), 1, 3);
        new JmhReport(List.of(call)).write("a machine", FOLDER.resolve("jmh.html"));
    }

    private static void write(String name, Saved... results) throws IOException {
        HtmlPage.write(List.of(results), FOLDER.resolve(name + ".html"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "open-loop", "idle", "sweep", "several", "jmh"})
    void is_readable_light_dark_on_a_phone_and_on_paper(String name, Browser browser)
            throws IOException {
        var file = FOLDER.resolve(name + ".html");
        browser.open(file, View.DESKTOP);
        browser.executeScript("document.querySelectorAll('details').forEach(d => d.open = true)");
        for (var view : VIEWS.entrySet()) {
            browser.look(view.getValue());
            screenshot(browser, FOLDER.resolve(name + "-" + view.getKey() + ".png"));
            assertThat(browser.findings()).as("%s, %s", name, view.getKey()).isEmpty();
        }
        assertThat(Files.readString(file))
                .doesNotContain("<script", "src=", "<link", "url(", "@import");
    }

    /// The whole page; WebDriver's own shows what is in the window.
    private static void screenshot(Browser browser, Path file) throws IOException {
        var shot =
                browser.executeCdpCommand(
                        "Page.captureScreenshot", Map.of("captureBeyondViewport", true));
        Files.write(file, Base64.getDecoder().decode((String) shot.get("data")));
    }

    @Test
    void has_all_charts_of_a_run_with_the_words_for_those_who_cannot_see_them(Browser browser) {
        browser.open(FOLDER.resolve("one.html"), View.DESKTOP);
        assertThat(all(browser, "figure > svg[role=img]")).hasSize(5);
        assertThat(all(browser, "figure > svg > title:not(:empty)")).hasSize(5);
        assertThat(all(browser, "figure > svg > desc:not(:empty)")).hasSize(5);
        assertThat(text(browser, ".table")).contains("netty-io_uring").contains("failed");
        assertThat(text(browser, ".table ~ .table")).contains("netty-io_uring", "p99.99");
    }

    @Test
    void marks_a_row_whose_load_generator_was_the_bottleneck_in_table_and_charts(Browser browser) {
        browser.open(FOLDER.resolve("one.html"), View.DESKTOP);
        var bound = all(browser, "td.client");
        assertThat(bound).isNotEmpty();
        assertThat(text(browser, "td.client")).contains("load generator");
        assertThat(text(browser, ".key")).contains("the load generator was the bottleneck");
        // in a chart of bars: the box beside the name and the bar
        assertThat(all(browser, "figure:first-of-type .f-pale-blue")).hasSize(2 * bound.size());
    }

    @Test
    void shows_what_was_varied_as_lines_and_opens_a_run_when_it_is_wanted(Browser browser) {
        browser.open(FOLDER.resolve("sweep.html"), View.DESKTOP);
        assertThat(text(browser, "section h3")).endsWith("by connections");
        assertThat(all(browser, "section figure > svg")).hasSize(4);
        assertThat(all(browser, "details:not([open])")).hasSize(4);
    }

    @Test
    void puts_runs_under_the_same_load_side_by_side(Browser browser) {
        browser.open(FOLDER.resolve("several.html"), View.DESKTOP);
        assertThat(text(browser, "article h2")).isEqualTo("Side by side");
        assertThat(text(browser, "article .table thead")).contains("before").contains("after");
        browser.findElement(By.cssSelector("nav a[href='#memory']")).click();
        browser.waitUntil("scrollY > 0", "the page to go to the result named memory");
    }

    private static List<WebElement> all(Browser browser, String selector) {
        return browser.findElements(By.cssSelector(selector));
    }

    private static String text(Browser browser, String selector) {
        return browser.findElement(By.cssSelector(selector)).getText();
    }
}
