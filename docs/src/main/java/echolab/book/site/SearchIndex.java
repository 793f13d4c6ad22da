package echolab.book.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/// What the search searches. An entry a section: where it is, what it is called, what it says. It is a script and no JSON
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
        var lead = page.article().body().clone();
        lead.select(".sect1").remove();
        entries.add(List.of(page.file(), page.title(), page.title(), text(lead)));
        for (var section : page.article().select(".sect1:has(h2)")) {
            var heading = section.selectFirst("h2");
            var place = page.file() + "#" + heading.id();
            entries.add(List.of(place, page.title(), heading.ownText(), text(section)));
        }
        return entries;
    }

    /// Without the numbers of callouts and the signs of links, and with a space wherever an element ends.
    private static String text(Element element) {
        var words = element.clone();
        words.select(".conum, .anchor").remove();
        words.select("*").append(" ");
        return words.text().replaceAll("\\s+", " ").strip();
    }

    private static String json(List<String> entry) {
        try {
            return MAPPER.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + entry.getFirst() + " as JSON", e);
        }
    }
}
