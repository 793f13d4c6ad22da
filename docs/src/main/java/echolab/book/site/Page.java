package echolab.book.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// One chapter as Asciidoctor rendered it.
///
/// @param name of the chapter's file, without its ending
/// @param source the chapter's file, from the root of the clone
/// @param description what it is about, as its `:description:` says; empty when it says nothing
/// @param article what is on the page
record Page(String name, Path source, String description, Document article) {

    private static final Pattern DESCRIPTION = Pattern.compile("(?m)^:description: (.+)$");

    /// @param chapter the chapter's file
    static Page read(Path html, String name, Path source, Path chapter) throws IOException {
        if (!Files.isRegularFile(html)) {
            throw new IOException(source + ":1: Asciidoctor made no page of this chapter");
        }
        var article = Jsoup.parse(Files.readString(html));
        article.outputSettings().prettyPrint(false);
        var description = DESCRIPTION.matcher(Files.readString(chapter));
        return new Page(name, source, description.find() ? description.group(1) : "", article);
    }

    String file() {
        return name + ".html";
    }

    String title() {
        var title = article.selectFirst("h1");
        return title == null ? name : title.text();
    }

    /// The headings of its sections that have a place to link to.
    List<Element> sections() {
        return article.select("h2[id]");
    }
}
