package echolab.book.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/// What the search searches. An entry for each section and each part of one: where it is, what it is called, what it says. It is a script and no JSON
/// file, because a page that was opened from a disk may load scripts but no data.
final class SearchIndex {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SearchIndex() {}

    static String of(List<Page> pages) {
        return pages.stream()
                .flatMap(page -> entries(page).stream())
                .map(SearchIndex::json)
                .collect(Collectors.joining(",\n", "window.searchIndex = [\n", "\n];\n"));
    }

    private static List<List<String>> entries(Page page) {
        var entries = new ArrayList<List<String>>();
        entries.add(List.of(page.file(), page.title(), page.title(), text(page.article().body())));
        for (var heading : page.article().select("h2[id], h3[id]")) {
            var place = page.file() + "#" + heading.id();
            entries.add(List.of(place, page.title(), text(heading), text(heading.parent())));
        }
        return entries;
    }

    /// What it says by itself, without its parts: without the numbers of callouts and the signs of links, with a space wherever a
    /// block ends, and with the apostrophe that a keyboard has.
    private static String text(Element element) {
        var words = element.clone();
        words.select(".sect1, .sect2").stream()
                .filter(part -> part != words)
                .forEach(Element::remove);
        words.select(".conum, .anchor").remove();
        words.select("*")
                .forEach(part -> {
                    if (part.isBlock() || part.is("td, th, text")) {
                        part.append(" ");
                    }
                });
        return words.text().replace('’', '\'').replaceAll("\\s+", " ").strip();
    }

    private static String json(List<String> entry) {
        try {
            return MAPPER.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + entry.getFirst() + " as JSON", e);
        }
    }
}
