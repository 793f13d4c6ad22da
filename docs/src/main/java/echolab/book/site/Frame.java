package echolab.book.site;

import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/// What stands around each chapter: the table of contents, the way to the page before and after, search, and light or dark.
final class Frame {

    private static final String ALL =
            "Event loops explained by the same TCP echo server, written five times in Java, tested and measured at every step.";

    private Frame() {}

    static String around(Site site, int index) {
        var page = site.pages().get(index);
        return framed(
                site,
                page,
                page.title() + " · Echo Lab",
                page.description(),
                index == 0 ? "" : step(site.pages().get(index - 1), "prev", "Before"),
                index + 1 == site.pages().size()
                        ? ""
                        : step(site.pages().get(index + 1), "next", "Next"),
                page.source().toString(),
                page.article().body().html());
    }

    static String aroundCover(Site site, String article) {
        return framed(
                site,
                null,
                "Echo Lab",
                ALL,
                "",
                step(site.pages().getFirst(), "next", "Begin"),
                "chapters/_book.adoc",
                article);
    }

    static String aroundAll(Site site, String article) {
        var title = "Echo Lab on one page";
        return framed(site, null, title, ALL, "", "", "chapters/_book.adoc", article);
    }

    private static String framed(
            Site site,
            Page current,
            String title,
            String description,
            String before,
            String after,
            String source,
            String article) {
        return Site.text("page.html")
                .replace("{{title}}", escape(title))
                .replace("{{description}}", escape(description))
                .replace("{{contents}}", contents(site, current))
                .replace("{{before}}", before)
                .replace("{{after}}", after)
                .replace("{{source}}", "../../../" + source.replace('\\', '/'))
                .replace("{{article}}", article);
    }

    private static String contents(Site site, Page current) {
        return site.pages().stream()
                .map(page ->
                        "<li><a href=\"%s\"%s>%s</a>%s</li>\n"
                                .formatted(
                                        page.file(),
                                        page == current ? " aria-current=\"page\"" : "",
                                        escape(page.title()),
                                        page == current ? sections(page) : ""))
                .collect(Collectors.joining("", "<ol>\n", "</ol>"));
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

    private static String step(Page page, String rel, String word) {
        return "<a rel=\"%s\" href=\"%s\"><span>%s</span> %s</a>"
                .formatted(rel, page.file(), word, escape(page.title()));
    }

    private static String escape(String text) {
        return Entities.escape(text);
    }
}
