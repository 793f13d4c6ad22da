package echolab.book.site;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.browser.Browser;
import echolab.browser.BrowserExtension;
import echolab.browser.View;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/// Does the book work where it is read?
@DisplayName("The book in a browser")
@ExtendWith(BrowserExtension.class)
@Timeout(3600)
@Tag("browser")
final class BrowserTest {

    static List<Path> pages() throws IOException {
        var pages = new ArrayList<>(Rendered.pages());
        pages.addFirst(Rendered.BOOK.resolve("index.html"));
        return pages;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_page_is_readable_in_light_dark_on_a_phone_and_on_paper(Path file, Browser browser) {
        browser.open(file, View.DESKTOP);
        browser.executeScript("document.querySelectorAll('details').forEach(d => d.open = true)");
        for (var view : List.of(View.DESKTOP, View.DESKTOP.inDark(), View.PHONE, View.PAPER)) {
            assertThat(browser.look(view).findings()).as("%s", view).isEmpty();
        }
    }

    @Test
    void the_contents_and_the_search_are_accessible_when_they_are_open(Browser browser) {
        browser.open(first(), View.PHONE).findElement(By.id("menu")).click();
        assertThat(browser.findings()).as("the contents").isEmpty();
        search(browser.open(first(), View.PHONE.inDark()), "epoll_wait");
        assertThat(browser.findings()).as("the search").isEmpty();
    }

    @Test
    void search_finds_epoll_wait_and_leads_there(Browser browser) {
        search(browser.open(first(), View.DESKTOP), "epoll_wait");
        assertThat(browser.findElement(By.cssSelector("#found mark")).getText())
                .isEqualTo("epoll_wait");
        press(browser, Keys.ENTER);
        browser.waitUntil("location.hash", "the page that was found");
        assertThat(browser.findings()).isEmpty();
    }

    /// Whole code, an apostrophe as keyboards have it, a word in another form, and a word in the middle of a name.
    @ParameterizedTest
    @CsvSource({
        "while (true),  while",
        "buffer.flip(), buffer.flip()",
        "client's,      client's",
        "pinning,       pinned",
        "selectors,     Selector"
    })
    void search_finds_code_and_words_in_all_their_forms(String typed, String hit, Browser browser) {
        search(browser.open(first(), View.DESKTOP), typed);
        assertThat(browser.findElements(By.cssSelector("#found mark")))
                .extracting(WebElement::getText)
                .contains(hit);
    }

    @Test
    void arrows_lead_through_what_was_found_and_back_to_the_field(Browser browser) {
        search(browser.open(first(), View.DESKTOP), "epoll_wait");
        press(browser, Keys.ARROW_DOWN);
        assertThat(browser.switchTo().activeElement())
                .isEqualTo(browser.findElement(By.cssSelector("#found a")));
        press(browser, Keys.ARROW_UP);
        assertThat(browser.switchTo().activeElement())
                .isEqualTo(browser.findElement(By.id("query")));
    }

    @Test
    void an_arrow_turns_the_page_and_not_when_it_selects_text(Browser browser) {
        browser.open(first(), View.DESKTOP);
        browser.executeScript(
                """
                window.turned = 0;
                document.querySelector(".steps a[rel=next]").addEventListener("click", (event) => {
                  event.preventDefault();
                  window.turned++;
                });
                """);
        new Actions(browser)
                .keyDown(Keys.SHIFT)
                .sendKeys(Keys.ARROW_RIGHT)
                .keyUp(Keys.SHIFT)
                .perform();
        assertThat(browser.executeScript("return turned")).isEqualTo(0L);
        press(browser, Keys.ARROW_RIGHT);
        assertThat(browser.executeScript("return turned")).isEqualTo(1L);
    }

    @Test
    void the_contents_mark_the_section_that_is_read(Browser browser) {
        browser.open(Rendered.BOOK.resolve("02-nio-selector.html"), View.DESKTOP);
        browser.executeScript("scrollTo(0, document.body.scrollHeight)");
        browser.waitUntil(
                "document.querySelector('#contents li:last-child > a[aria-current=location]')",
                "the last section marked");
    }

    @Test
    void the_keyboard_stops_only_at_what_is_wider_than_its_place(Browser browser) {
        browser.open(Rendered.BOOK.resolve("02-nio-selector.html"), View.DESKTOP);
        var wrong =
                "return [...document.querySelectorAll('pre, .scrolls')].filter(e => e.hasAttribute('tabindex') != e.scrollWidth > e.clientWidth).length";
        assertThat(browser.executeScript(wrong)).isEqualTo(0L);
    }

    @Test
    void light_and_dark_can_be_chosen_and_the_next_page_remembers(Browser browser) {
        browser.open(first(), View.DESKTOP).findElement(By.id("theme")).click();
        assertThat(theme(browser)).isEqualTo("dark");
        browser.findElement(By.cssSelector(".steps a[rel=next]")).click();
        browser.waitUntil("document.querySelector('.steps a[rel=prev]')", "the next page");
        assertThat(theme(browser)).isEqualTo("dark");
        browser.findElement(By.id("theme")).click();
        assertThat(theme(browser)).isEqualTo("light");
        browser.findElement(By.id("theme")).click();
        assertThat(theme(browser)).as("chosen: what the system says").isNull();
    }

    @Test
    void the_contents_open_on_a_phone_and_close_by_a_key_their_button_and_a_tap_outside(
            Browser browser) {
        var contents = browser.open(first(), View.PHONE).findElement(By.id("contents"));
        var menu = browser.findElement(By.id("menu"));
        List<Runnable> ways =
                List.of(
                        () -> press(browser, Keys.ESCAPE),
                        menu::click,
                        () -> new Actions(browser).moveToLocation(360, 400).click().perform());
        for (var way : ways) {
            menu.click();
            assertThat(contents.isDisplayed()).isTrue();
            way.run();
            assertThat(contents.isDisplayed()).isFalse();
        }
    }

    @Test
    void code_is_copied_without_callouts_and_commands_without_their_output(Browser browser) {
        browser.open(Rendered.BOOK.resolve("02-nio-selector.html"), View.DESKTOP);

        assertThat(copied(browser, ".annotated pre"))
                .contains("configureBlocking(false);\n")
                .doesNotContain("//", "1\n");
        assertThat(copied(browser, ".run pre"))
                .startsWith("./lab serve step02")
                .doesNotContain("$ ", "Serving");
    }

    private static void search(Browser browser, String words) {
        press(browser, "/");
        browser.waitUntil("window.searchIndex", "the search index");
        press(browser, words);
        browser.waitUntil("document.querySelector('#found a')", "something found");
    }

    private static void press(Browser browser, CharSequence keys) {
        new Actions(browser).sendKeys(keys).perform();
    }

    private static Path first() {
        try {
            return Rendered.pages().getFirst();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the list of chapters", e);
        }
    }

    private static Object theme(Browser browser) {
        return browser.executeScript("return document.documentElement.dataset.theme");
    }

    private static String copied(Browser browser, String selector) {
        var copied = "return codeOf(document.querySelector(arguments[0]))";
        return (String) browser.executeScript(copied, selector);
    }
}
