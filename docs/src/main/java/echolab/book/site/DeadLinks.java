package echolab.book.site;

import echolab.book.check.Finding;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;

/// Does every link of the book lead somewhere? Those to pages and to places in them, and those to files of the repository.
/// Links into the network are not followed: a build must not depend on it.
final class DeadLinks {

    private DeadLinks() {}

    static List<Finding> check(Path root, Site site, Path book) throws IOException {
        var findings = new ArrayList<Finding>();
        for (var page : site.pages()) {
            var html = Jsoup.parse(Files.readString(book.resolve(page.file())));
            for (var link : html.select("a[href]")) {
                var href = link.attr("href");
                if (!href.matches("(https?|mailto):.*")) {
                    var wrong = wrong(book, page.file(), href);
                    if (!wrong.isEmpty()) {
                        findings.add(new Finding(page.source(), line(root, page, href), wrong));
                    }
                }
            }
            for (var image : html.select("img[src]")) {
                if (!Files.exists(book.resolve(image.attr("src")))) {
                    findings.add(
                            new Finding(
                                    page.source(),
                                    line(root, page, image.attr("src")),
                                    "there is no image " + image.attr("src")));
                }
            }
        }
        return findings;
    }

    private static String wrong(Path book, String from, String href) throws IOException {
        var parts = href.split("#", 2);
        var name = URLDecoder.decode(parts[0].isEmpty() ? from : parts[0], StandardCharsets.UTF_8);
        var file = book.resolve(name).normalize();
        if (!Files.exists(file)) {
            return "a link leads to %s, which does not exist".formatted(href);
        }
        if (parts.length == 2 && name.endsWith(".html")) {
            var target = Jsoup.parse(Files.readString(file));
            if (target.getElementById(parts[1]) == null) {
                return "a link leads to %s, but that page has no such place".formatted(href);
            }
        }
        return "";
    }

    /// The first line of the chapter that names the end of the link; 1 when none does.
    private static int line(Path root, Page page, String href) throws IOException {
        var end = href.replaceFirst(".*[#/]", "");
        var lines = Files.readAllLines(root.resolve(page.source()));
        for (var i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(end)) {
                return i + 1;
            }
        }
        return 1;
    }
}
