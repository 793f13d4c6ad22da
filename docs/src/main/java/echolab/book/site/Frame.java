package echolab.book.site;

import org.jsoup.nodes.Entities;

/// What stands around each chapter? The table of contents, the way to the page before and after, search, and light or dark.
final class Frame {

    private Frame() {}

    static String around(Site site, int index) {
        var page = site.pages().get(index);
        return framed(
                site,
                page,
                page.title() + " · Echo Lab",
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
                "",
                step(site.pages().getFirst(), "next", "Begin"),
                "chapters/_book.adoc",
                article);
    }

    private static String framed(
            Site site,
            Page current,
            String title,
            String before,
            String after,
            String source,
            String article) {
        return Site.text("page.html")
                .replace("{{title}}", escape(title))
                .replace("{{contents}}", contents(site, current))
                .replace("{{before}}", before)
                .replace("{{after}}", after)
                .replace("{{source}}", "../../../" + source.replace('\\', '/'))
                .replace("{{article}}", article);
    }

    private static String contents(Site site, Page current) {
        var list = new StringBuilder("<ol>\n");
        for (var page : site.pages()) {
            list.append(
                    "<li><a href=\"%s\"%s>%s</a>"
                            .formatted(
                                    page.file(),
                                    page == current ? " aria-current=\"page\"" : "",
                                    escape(page.title())));
            if (page == current && !page.sections().isEmpty()) {
                list.append("\n<ol>\n");
                for (var section : page.sections()) {
                    list.append(
                            "<li><a href=\"#%s\">%s</a></li>\n"
                                    .formatted(section.id(), escape(plain(section.title()))));
                }
                list.append("</ol>");
            }
            list.append("</li>\n");
        }
        return list.append("</ol>").toString();
    }

    private static String plain(String heading) {
        return heading.endsWith("#") ? heading.substring(0, heading.length() - 1).strip() : heading;
    }

    private static String step(Page page, String rel, String word) {
        return "<a rel=\"%s\" href=\"%s\"><span>%s</span> %s</a>"
                .formatted(rel, page.file(), word, escape(page.title()));
    }

    private static String escape(String text) {
        return Entities.escape(text);
    }
}
