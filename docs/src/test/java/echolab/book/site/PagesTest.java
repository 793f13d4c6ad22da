package echolab.book.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("The rendered book")
@Tag("book")
final class PagesTest {

    @BeforeAll
    static void rendered() {
        Rendered.assumeRendered();
    }

    @Test
    void leads_from_the_first_page_to_the_last_and_back() throws IOException {
        var pages = Rendered.pages();
        for (var i = 0; i < pages.size(); i++) {
            var page = parse(pages.get(i));
            assertThat(hrefs(page, "prev")).isEqualTo(i == 0 ? "" : name(pages.get(i - 1)));
            assertThat(hrefs(page, "next"))
                    .isEqualTo(i + 1 == pages.size() ? "" : name(pages.get(i + 1)));
        }
    }

    @Test
    void lists_all_its_pages_on_each_and_marks_the_one_that_is_open() throws IOException {
        for (var file : Rendered.pages()) {
            var page = parse(file);
            assertThat(page.select("#contents > ol > li > a").eachAttr("href"))
                    .isEqualTo(Rendered.pages().stream().map(PagesTest::name).toList());
            assertThat(page.select("#contents [aria-current]").attr("href")).isEqualTo(name(file));
            assertThat(page.select("h1")).as("headings of the first order in %s", file).hasSize(1);
        }
    }

    @Test
    void opens_with_what_each_chapter_is_about() throws IOException {
        var cover = parse(Rendered.BOOK.resolve("index.html"));
        assertThat(cover.select(".chapters > li > a").eachAttr("href"))
                .isEqualTo(Rendered.pages().stream().map(PagesTest::name).toList());
        assertThat(cover.select(".chapters > li > p:not(.effort)"))
                .as("chapters with a :description:")
                .hasSameSizeAs(Rendered.pages());
        assertThat(hrefs(cover, "next")).isEqualTo(name(Rendered.pages().getFirst()));
    }

    @Test
    void can_be_had_on_one_page_whose_links_stay_on_it() throws IOException {
        var whole = parse(Rendered.BOOK.resolve("whole.html"));
        assertThat(whole.select("article h1")).hasSameSizeAs(Rendered.pages());
        assertThat(whole.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        for (var link : whole.select("article a[href^=#]").eachAttr("href")) {
            assertThat(whole.getElementById(link.substring(1))).as(link).isNotNull();
        }
        assertThat(whole.select("article a[href]").eachAttr("href"))
                .extracting(link -> link.replaceFirst("#.*", ""))
                .doesNotContainAnyElementsOf(
                        Rendered.pages().stream().map(PagesTest::name).toList());
    }

    @Test
    void asks_nothing_of_a_network() throws IOException {
        for (var file : Rendered.pages()) {
            assertThat(parse(file).select("[src^=http], link[href^=http], [srcset]")).isEmpty();
        }
        assertThat(Files.readString(Rendered.BOOK.resolve("book.css")))
                .doesNotContain("http", "@import");
    }

    @Test
    void has_every_callout_in_its_code_and_beside_it() throws IOException {
        for (var file : Rendered.pages()) {
            for (var annotated : parse(file).select(".annotated")) {
                assertThat(annotated.select("pre .conum").eachText().stream().sorted().toList())
                        .as("callouts in the code of %s", file)
                        .hasSameSizeAs(annotated.select(".colist li"));
            }
        }
    }

    @Test
    void says_in_words_what_each_picture_shows() throws IOException {
        for (var file : Rendered.pages()) {
            for (var svg : parse(file).select("svg")) {
                assertThat(svg.select("> title").text())
                        .as("a picture in %s", file)
                        .hasSizeGreaterThan(20);
            }
            assertThat(parse(file).select("img:not([alt]), img[alt='']")).isEmpty();
        }
    }

    @Test
    void has_a_PDF_with_all_of_it() throws IOException {
        var pdf = Files.readAllBytes(Rendered.BOOK.resolve("echo-lab.pdf"));

        assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        assertThat(pdf.length).as("bytes of the PDF").isGreaterThan(100_000);
    }

    private static Document parse(Path file) throws IOException {
        return Jsoup.parse(Files.readString(file));
    }

    private static String hrefs(Element page, String rel) {
        return page.select(".steps a[rel=" + rel + "]").attr("href");
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
