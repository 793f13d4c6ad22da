package echolab.walk;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.browser.Browser;
import echolab.browser.BrowserExtension;
import echolab.browser.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;

@DisplayName("The page of a walk")
@ExtendWith(BrowserExtension.class)
@Timeout(3600)
@Tag("browser")
final class WalkPageTest {

    private static final Path FOLDER = Path.of("target/pages");

    private static Recording recording;
    private static Path page;

    @BeforeAll
    static void write() throws IOException {
        recording = Walked.inTheBook("step02", "one-echo");
        Files.createDirectories(FOLDER);
        page = Files.writeString(FOLDER.resolve("walk.html"), WalkPage.html(recording));
    }

    @Test
    void is_readable_light_dark_and_on_a_phone_and_fetches_nothing(Browser browser)
            throws IOException {
        browser.open(page, View.DESKTOP);
        browser.executeScript("location.hash = 'step=60'");
        browser.waitUntil("document.getElementById('at').textContent.startsWith('60 ')", "step 60");
        browser.executeScript("document.querySelector('details').open = true");
        for (var view : List.of(View.DESKTOP, View.DESKTOP.inDark(), View.PHONE)) {
            assertThat(browser.look(view).findings()).as("%s", view).isEmpty();
            Files.write(
                    FOLDER.resolve(
                            "walk-%s%s.png".formatted(view.width(), view.dark() ? "-dark" : "")),
                    browser.getScreenshotAs(OutputType.BYTES));
        }
        assertThat(WalkPage.html(recording)).doesNotContain("src=", "<link", "url(", "@import");
    }

    @Test
    void goes_from_the_first_step_to_the_last_and_back_by_keys(Browser browser) {
        browser.open(page, View.DESKTOP);
        var body = browser.findElement(By.tagName("body"));
        assertThat(browser.findElement(By.id("words")).getText()).startsWith("A connects.");
        for (var step = 2; step <= recording.steps().size(); step++) {
            body.sendKeys(Keys.ARROW_RIGHT);
            assertThat(at(browser)).isEqualTo(step + " of " + recording.steps().size());
            assertThat(browser.findElements(By.cssSelector("#lines [aria-current]"))).hasSize(1);
        }
        assertThat(browser.getCurrentUrl()).endsWith("#step=" + recording.steps().size());
        assertThat(browser.findElement(By.id("threads")).getText()).contains("selector-loop");
        body.sendKeys(Keys.ARROW_RIGHT);
        assertThat(at(browser)).startsWith(recording.steps().size() + " ");
        body.sendKeys(Keys.ARROW_LEFT);
        assertThat(at(browser)).startsWith(recording.steps().size() - 1 + " ");
        body.sendKeys(Keys.HOME);
        assertThat(at(browser)).startsWith("1 ");
    }

    @Test
    void shows_where_bytes_wait_before_and_after_they_are_read(Browser browser) {
        browser.open(page, View.DESKTOP);
        show(browser, "A sends hello");
        assertThat(queues(browser)).isEqualTo("A 0 5 0 0");
        var body = browser.findElement(By.tagName("body"));
        while (!at(browser).startsWith(String.valueOf(recording.steps().size()))
                && queues(browser).equals("A 0 5 0 0")) {
            body.sendKeys(Keys.ARROW_RIGHT);
        }
        assertThat(queues(browser)).isEqualTo("A 0 0 0 0");
        assertThat(browser.findElement(By.id("values")).getText())
                .contains("Connection of A: position 5");
        body.sendKeys("c");
        body.sendKeys(Keys.ARROW_RIGHT);
        assertThat(queues(browser)).isEqualTo("A 0 0 0 5");
    }

    @Test
    void opens_at_the_step_of_its_link_and_steps_over_what_a_line_calls(Browser browser) {
        browser.open(page, View.DESKTOP);
        browser.executeScript("location.hash = 'step=4'");
        browser.waitUntil("document.getElementById('at').textContent.startsWith('4 ')", "step 4");
        browser.findElement(By.cssSelector("[data-go=over]")).click();
        var depth = browser.findElements(By.cssSelector(".runs .frames li")).size();
        browser.findElement(By.cssSelector("[data-go=over]")).click();
        assertThat(browser.findElements(By.cssSelector(".runs .frames li")))
                .hasSizeLessThanOrEqualTo(depth);
    }

    private static void show(Browser browser, String client) {
        var step =
                recording.steps().stream().map(Recording.Step::client).toList().indexOf(client) + 1;
        browser.executeScript("location.hash = 'step=" + step + "'");
        browser.waitUntil(
                "document.getElementById('at').textContent.startsWith('" + step + " ')", client);
    }

    private static String at(Browser browser) {
        return browser.findElement(By.id("at")).getText();
    }

    private static String queues(Browser browser) {
        return browser.findElement(By.id("queues")).getText().replace("\n", " ");
    }
}
