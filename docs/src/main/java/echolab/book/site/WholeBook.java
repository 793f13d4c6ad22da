package echolab.book.site;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/// All chapters on one page, one behind the other, for printing and for a browser's own search. A link from chapter to chapter
/// stays on the page.
final class WholeBook {

    static final String FILE = "whole.html";

    private static final Pattern LINK = Pattern.compile("([\\w-]+)\\.html(#.+)?");

    private WholeBook() {}

    static String article(List<Page> pages) {
        var names = pages.stream().map(Page::name).toList();
        return pages.stream()
                .map(page ->
                        "<section id=\"%s\">\n%s\n</section>\n"
                                .formatted(place(page.name()), chapter(page, names).html()))
                .collect(Collectors.joining());
    }

    private static Element chapter(Page page, List<String> names) {
        var chapter = page.article().body().clone();
        chapter.select("#preamble").removeAttr("id"); // each chapter has one
        for (var link : chapter.select("a[href]")) {
            var target = LINK.matcher(link.attr("href"));
            if (target.matches() && names.contains(target.group(1))) {
                var within = target.group(2);
                link.attr("href", within == null ? "#" + place(target.group(1)) : within);
            }
        }
        return chapter;
    }

    private static String place(String name) {
        return "chapter-" + name;
    }
}
