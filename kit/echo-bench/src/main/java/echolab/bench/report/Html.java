package echolab.bench.report;

import echolab.bench.chart.Markup;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The few shapes of HTML that the page is made of. Texts are escaped here, and here only.
final class Html {

    private static final Set<String> WORDS =
            Set.of("bound by", "what it is", "version", "started by");

    private Html() {}

    /// What a link can point at.
    static String id(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /// A chart with what it shows written above it; nothing when there is nothing to draw.
    static String figure(String caption, Optional<String> svg) {
        return svg.map(chart ->
                        """
                        <figure>
                        <figcaption>%s</figcaption>
                        %s</figure>
                        """
                                .formatted(Markup.escape(caption), chart))
                .orElse("");
    }

    /// Charts beside each other where the window is wide enough.
    static String charts(String... figures) {
        return "<div class=\"charts\">\n" + String.join("", figures) + "</div>\n";
    }

    static String list(List<String> sentences) {
        return sentences.stream()
                .map(sentence -> "<li>" + Markup.escape(sentence) + "</li>\n")
                .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
    }

    static String warning(String sentence) {
        return "<p class=\"warning\">" + Markup.escape(sentence) + "</p>\n";
    }

    /// A table that scrolls in a box of its own where it is wider than the window. A reader without a mouse can move into
    /// it, and hears what it is.
    ///
    /// @param head the first is the head of the rows' names
    /// @param rows of cells from [#cell], after a row's name
    static String table(String caption, List<String> head, List<String> rows) {
        var heads = head.stream().map(Html::head).collect(Collectors.joining());
        return """
        <div class="table" role="group" aria-label="%1$s" tabindex="0">
        <table>
        <caption>%1$s</caption>
        <thead><tr>%2$s</tr></thead>
        <tbody>
        %3$s</tbody>
        </table>
        </div>
        """
                .formatted(Markup.escape(caption), heads, String.join("", rows));
    }

    /// What stands over words begins where they begin.
    private static String head(String text) {
        var words = WORDS.contains(text) ? " class=\"words\"" : "";
        return "<th scope=\"col\"%s>%s</th>".formatted(words, Markup.escape(text));
    }

    static String row(String name, List<String> cells) {
        return "<tr><th scope=\"row\">%s</th>%s</tr>\n"
                .formatted(Markup.escape(name), String.join("", cells));
    }

    static String cell(String text) {
        return "<td>" + Markup.escape(text) + "</td>";
    }

    /// Words, where [#cell] is for figures.
    static String words(String text) {
        return "<td class=\"words\">" + Markup.escape(text) + "</td>";
    }
}
