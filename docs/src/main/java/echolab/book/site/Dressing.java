package echolab.book.site;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/// What a page needs that Asciidoctor does not give it: callouts beside their code, places to link to, and room for what
/// is wider than a phone.
final class Dressing {

    /// Words of the language that are newer than the highlighter.
    private static final Set<String> NEW_WORDS =
            Set.of("var", "record", "sealed", "permits", "yield", "when");

    private Dressing() {}

    static void dress(Page page) {
        var article = page.article();
        article.select("h2[id], h3[id]").forEach(Dressing::linkToItself);
        article.select("b.conum").forEach(Dressing::number);
        article.select(".listingblock + .colist").forEach(Dressing::besideItsCode);
        article.select("table.tableblock").forEach(table -> scrolls(table, "table"));
        article.select(".imageblock svg").forEach(svg -> scrolls(svg, "picture"));
        article.select("pre").attr("tabindex", "0");
        article.select(".run pre").forEach(Dressing::commandsStandOut);
        article.select("pre.rouge .n, pre.rouge .nf").forEach(Dressing::keyword);
        article.select("a[href^=http]").attr("rel", "noopener").addClass("external");
    }

    private static void linkToItself(Element heading) {
        heading.appendElement("a")
                .addClass("anchor")
                .attr("href", "#" + heading.id())
                .attr("aria-label", "Link to “" + heading.text() + "”")
                .text("#");
    }

    /// Asciidoctor writes `(1)` where it has no icons, and leaves the comment that the number stood in.
    private static void number(Element conum) {
        conum.text(conum.text().replaceAll("[()]", ""));
        var before = conum.previousElementSibling();
        if (before != null && before.text().strip().equals("//")) {
            before.remove();
        } else if (conum.previousSibling() instanceof TextNode text) {
            text.text(text.getWholeText().replaceFirst("// ?$", ""));
        }
    }

    private static void besideItsCode(Element callouts) {
        var code = callouts.previousElementSibling();
        if (code != null) {
            code.wrap("<div class=\"annotated\"></div>");
            code.parent().appendChild(callouts);
        }
    }

    /// A highlighter for terminals takes half of what programs print for commands.
    private static void commandsStandOut(Element pre) {
        var lines = pre.wholeText().split("\n");
        pre.empty();
        for (var i = 0; i < lines.length; i++) {
            if (i > 0) {
                pre.appendText("\n");
            }
            if (lines[i].startsWith("$ ")) {
                pre.appendElement("span").addClass("gp").text("$ ");
                pre.appendElement("b").text(lines[i].substring(2));
            } else {
                pre.appendText(lines[i]);
            }
        }
    }

    private static void scrolls(Element wide, String what) {
        wide.wrap(
                "<div class=\"scrolls\" tabindex=\"0\" role=\"group\" aria-label=\"%s\"></div>"
                        .formatted(what));
    }

    private static void keyword(Element token) {
        if (NEW_WORDS.contains(token.text())) {
            token.attr("class", "kd");
        }
    }
}
