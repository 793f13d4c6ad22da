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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Does the book work where it is read?
@DisplayName("The book in a browser")
@ExtendWith(BrowserExtension.class)
@Timeout(300)
final class BrowserTest {

    private static final double READABLE = 4.5;

    static List<Path> pages() throws IOException {
        var pages = new ArrayList<>(Rendered.pages());
        pages.addFirst(Rendered.BOOK.resolve("index.html"));
        return pages;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_page_is_readable_in_light_dark_on_a_phone_and_on_paper(Path file, Browser browser) {
        try (var page = browser.open(file, View.DESKTOP)) {
            for (var view :
                    List.of(
                            View.DESKTOP,
                            View.DESKTOP.inDark(),
                            View.PHONE,
                            View.PHONE.inDark(),
                            View.PAPER)) {
                page.look(view);
                assertThat(page.errors()).as("console, %s", view).isEmpty();
                assertThat(page.requestsToANetwork()).as("network, %s", view).isEmpty();
                assertThat(page.textsBelowContrast(READABLE)).as("contrast, %s", view).isEmpty();
                assertThat(page.elementsTooWide()).as("width, %s", view).isEmpty();
                assertThat(page.picturesWithoutSize()).as("pictures, %s", view).isEmpty();
                assertThat(page.crowdedTexts()).as("texts of pictures, %s", view).isEmpty();
            }
        }
    }

    @Test
    void search_finds_epoll_wait_and_leads_there(Browser browser) {
        try (var page = open(browser)) {
            page.press("/").waitUntil("!!window.searchIndex", "the search index");
            page.type("epoll_wait")
                    .waitUntil("!!document.querySelector('#found a')", "something found");

            assertThat(page.text("#found mark")).isEqualTo("epoll_wait");
            page.press("Enter").waitUntil("!!location.hash", "the page that was found");
            assertThat(page.errors()).isEmpty();
        }
    }

    @Test
    void light_and_dark_can_be_chosen_and_the_next_page_remembers(Browser browser) {
        try (var page = open(browser)) {
            page.click("#theme");
            assertThat(theme(page)).isEqualTo("dark");
            page.click(".steps a[rel=next]")
                    .waitUntil("!!document.querySelector('.steps a[rel=prev]')", "the next page");
            assertThat(theme(page)).isEqualTo("dark");
        }
    }

    @Test
    void the_contents_open_on_a_phone_and_close_by_a_key(Browser browser) {
        try (var page = browser.open(first(), View.PHONE)) {
            page.click("#menu");
            assertThat(shown(page, "#contents")).isTrue();
            page.press("Escape");
            assertThat(shown(page, "#contents")).isFalse();
        }
    }

    @Test
    void code_is_copied_without_callouts_and_commands_without_their_output(Browser browser)
            throws IOException {
        try (var page = browser.open(Rendered.BOOK.resolve("02-nio-selector.html"), View.DESKTOP)) {
            var code = page.evaluate("codeOf(document.querySelector('.annotated pre'))").asText();
            var commands = page.evaluate("codeOf(document.querySelector('.run pre'))").asText();

            assertThat(code).contains("configureBlocking(false);\n").doesNotContain("//", "1\n");
            assertThat(commands).startsWith("./lab serve step02").doesNotContain("$ ", "Serving");
        }
    }

    private static echolab.browser.Page open(Browser browser) {
        return browser.open(first(), View.DESKTOP);
    }

    private static Path first() {
        try {
            return Rendered.pages().getFirst();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the list of chapters", e);
        }
    }

    private static String theme(echolab.browser.Page page) {
        return page.evaluate("document.documentElement.dataset.theme").asText();
    }

    private static boolean shown(echolab.browser.Page page, String selector) {
        return page.evaluate("document.querySelector('" + selector + "').checkVisibility()")
                .asBoolean();
    }
}
