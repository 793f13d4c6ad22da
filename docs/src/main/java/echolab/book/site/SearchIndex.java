package echolab.book.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// What does the search search? An entry a section: where it is, what it is called, what it says. It is a script and no JSON
/// file, because a page that was opened from a disk may load scripts but no data.
final class SearchIndex {

    private SearchIndex() {}

    static String of(List<Page> pages) {
        var entries = new ArrayList<String>();
        for (var page : pages) {
            var title = page.title();
            var whole = page.article().body();
            entries.add(entry(page, "", title, lead(whole)));
            for (var section : page.article().select(".sect1")) {
                var heading = section.selectFirst("h2");
                if (heading != null) {
                    entries.add(entry(page, heading.id(), heading.ownText(), text(section)));
                }
            }
        }
        return "window.searchIndex = [\n" + String.join(",\n", entries) + "\n];\n";
    }

    private static String entry(Page page, String id, String title, String text) {
        return "[%s, %s, %s, %s]"
                .formatted(
                        quoted(page.file() + (id.isEmpty() ? "" : "#" + id)),
                        quoted(page.title()),
                        quoted(title),
                        quoted(text));
    }

    /// What stands before the first section.
    private static String lead(Element body) {
        var copy = body.clone();
        copy.select(".sect1").remove();
        return text(copy);
    }

    private static String text(Element element) {
        var text = new StringBuilder();
        element.traverse((node, _) -> {
            if (node instanceof TextNode words && !hidden(node)) {
                text.append(words.text()).append(' ');
            }
        });
        return text.toString().replaceAll("\\s+", " ").strip();
    }

    private static boolean hidden(Node node) {
        return node.parent() instanceof Element parent
                && (parent.hasClass("conum") || parent.hasClass("anchor"));
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (var c : text.toCharArray()) {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '<', '\u2028', '\u2029' ->
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                default -> quoted.append(c < ' ' ? ' ' : c);
            }
        }
        return quoted.append('"').toString();
    }
}
