package echolab.book.site;

import org.jsoup.nodes.Entities;

/// What stands around each chapter? The table of contents, the way to the page before and after, search, and light or dark.
final class Frame {

    private Frame() {}

    static String around(Site site, int index) {
        var page = site.pages().get(index);
        return Site.text("page.html")
                .replace("{{title}}", escape(page.title()))
                .replace("{{contents}}", contents(site, page))
                .replace(
                        "{{before}}",
                        index == 0 ? "" : step(site.pages().get(index - 1), "prev", "Before"))
                .replace(
                        "{{after}}",
                        index + 1 == site.pages().size()
                                ? ""
                                : step(site.pages().get(index + 1), "next", "Next"))
                .replace("{{source}}", "../../../" + page.source().toString().replace('\\', '/'))
                .replace("{{article}}", page.article().body().html());
    }

    /// The page that opens first sends its reader on, so that each chapter has one address only.
    static String forward(Page first) {
        return """
        <!DOCTYPE html>
        <html lang="en">
        <meta charset="utf-8">
        <title>Echo Lab</title>
        <meta http-equiv="refresh" content="0; url=%1$s">
        <p><a href="%1$s">Echo Lab: the book</a></p>
        </html>
        """
                .formatted(first.file());
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
