package echolab.book.site;

import static org.jsoup.nodes.Entities.escape;

import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/// What stands around each chapter: the table of contents, the way to the page before and after, search, and light or dark.
final class Frame {

    private static final String ALL =
            "Event loops explained by the same TCP echo server, written five times in Java, tested and measured at every step.";

    private Frame() {}

    static String around(Site site, int index) {
        var page = site.pages().get(index);
        return framed(
                site,
                index,
                page.title() + " · Echo Lab",
                page.description(),
                page.source().toString(),
                page.article().body().html());
    }

    static String aroundCover(Site site, String article) {
        return framed(site, -1, "Echo Lab", ALL, "chapters/_book.adoc", article);
    }

    static String aroundAll(Site site, String article) {
        var beyond = site.pages().size() + 1; // no page is beside it
        return framed(site, beyond, "Echo Lab on one page", ALL, "chapters/_book.adoc", article);
    }

    /// @param index where it stands among the pages; -1 before the first
    private static String framed(
            Site site, int index, String title, String description, String source, String article) {
        return Site.text("page.html")
                .replace("{{title}}", escape(title))
                .replace("{{description}}", escape(description))
                .replace("{{contents}}", contents(site, index))
                .replace("{{before}}", step(site, index - 1, "prev", "Before"))
                .replace("{{after}}", step(site, index + 1, "next", index < 0 ? "Begin" : "Next"))
                .replace("{{source}}", "../../../" + source.replace('\\', '/'))
                .replace("{{article}}", article);
    }

    private static String contents(Site site, int index) {
        return site.pages().stream()
                .map(page -> entry(page, site.pages().indexOf(page) == index))
                .collect(Collectors.joining("", "<ol>\n", "</ol>"));
    }

    private static String entry(Page page, boolean current) {
        return "<li><a href=\"%s\"%s>%s</a>%s</li>\n"
                .formatted(
                        page.file(),
                        current ? " aria-current=\"page\"" : "",
                        escape(page.title()),
                        current ? sections(page) : "");
    }

    private static String sections(Page page) {
        return page.sections().isEmpty()
                ? ""
                : page.sections().stream()
                        .map(heading ->
                                "<li><a href=\"#%s\">%s</a></li>\n"
                                        .formatted(heading.id(), escape(title(heading))))
                        .collect(Collectors.joining("", "\n<ol>\n", "</ol>"));
    }

    /// Without the sign of the link that leads to it.
    private static String title(Element heading) {
        var title = heading.clone();
        title.select(".anchor").remove();
        return title.text();
    }

    /// Empty where there is no such page.
    private static String step(Site site, int index, String rel, String word) {
        if (index < 0 || index >= site.pages().size()) {
            return "";
        }
        var page = site.pages().get(index);
        return "<a rel=\"%s\" href=\"%s\"><span>%s</span> %s</a>"
                .formatted(rel, page.file(), word, escape(page.title()));
    }
}
