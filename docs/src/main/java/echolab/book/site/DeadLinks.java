package echolab.book.site;

import echolab.book.check.Finding;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;

/// Links and images of the book that lead nowhere: to a page, to a place in it, or to a file of the repository.
/// Links into the network are not followed: a build must not depend on it.
final class DeadLinks {

    private DeadLinks() {}

    static List<Finding> check(Path root, Site site, Path book) throws IOException {
        var findings = new ArrayList<Finding>();
        for (var page : site.pages()) {
            var html = Jsoup.parse(Files.readString(book.resolve(page.file())));
            var ends = new ArrayList<>(html.select("a[href]").eachAttr("href"));
            ends.addAll(html.select("img[src]").eachAttr("src"));
            for (var end : ends) {
                var wrong = end.matches("(https?|mailto):.*") ? "" : wrong(book, page.file(), end);
                if (!wrong.isEmpty()) {
                    var sentence = "a link leads to %s, %s".formatted(end, wrong);
                    findings.add(new Finding(page.source(), line(root, page, end), sentence));
                }
            }
        }
        return findings;
    }

    private static String wrong(Path book, String from, String end) throws IOException {
        var parts = end.split("#", 2);
        var name = URLDecoder.decode(parts[0].isEmpty() ? from : parts[0], StandardCharsets.UTF_8);
        var file = book.resolve(name).normalize();
        if (!Files.exists(file)) {
            return "which does not exist";
        }
        var place = parts.length == 2 && name.endsWith(".html");
        return place && Jsoup.parse(Files.readString(file)).getElementById(parts[1]) == null
                ? "but that page has no such place"
                : "";
    }

    /// The first line of the chapter that names the end of the link; 1 when none does.
    private static int line(Path root, Page page, String href) throws IOException {
        var end = href.replaceFirst(".*[#/]", "");
        var lines = Files.readAllLines(root.resolve(page.source()));
        var numbers = IntStream.range(0, lines.size());
        return numbers.filter(i -> lines.get(i).contains(end)).findFirst().orElse(0) + 1;
    }
}
