package echolab.book.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// One chapter as Asciidoctor rendered it.
///
/// @param name of the chapter's file, without its ending
/// @param source the chapter's file, from the root of the clone
/// @param article what is on the page
record Page(String name, Path source, Document article) {

    static Page read(Path html, String name, Path source) throws IOException {
        if (!Files.isRegularFile(html)) {
            throw new IOException(source + ":1: Asciidoctor made no page of this chapter");
        }
        var article = Jsoup.parse(Files.readString(html));
        article.outputSettings().prettyPrint(false);
        return new Page(name, source, article);
    }

    String file() {
        return name + ".html";
    }

    String title() {
        var title = article.selectFirst("h1");
        return title == null ? name : title.text();
    }

    /// The headings below the title that have a place to link to.
    List<Element> sections() {
        return article.select("h2[id]");
    }
}
