package echolab.book.site;

import echolab.book.Chapters;
import echolab.process.Resource;
import echolab.svg.Ink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// All pages of the book, in their order.
///
/// @param pages one a chapter
record Site(List<Page> pages) {

    /// @param rendered the folder that Asciidoctor wrote to
    static Site read(Path root, Path rendered) throws IOException {
        var pages = new ArrayList<Page>();
        for (var chapter : Chapters.files(root)) {
            var name = Chapters.nameOf(chapter);
            var html = rendered.resolve(name + ".html");
            pages.add(Page.read(html, name, root.relativize(chapter), chapter));
        }
        return new Site(pages);
    }

    /// Writes pages, theme and search index to a folder that then needs nothing else, and no network.
    ///
    /// @param root the clone
    void write(Path root, Path book) throws IOException {
        Files.createDirectories(book);
        pages.forEach(Dressing::dress);
        Files.writeString(book.resolve("search-index.js"), SearchIndex.of(pages));
        for (var i = 0; i < pages.size(); i++) {
            Files.writeString(book.resolve(pages.get(i).file()), Frame.around(this, i));
        }
        Files.writeString(
                book.resolve("index.html"),
                Frame.aroundCover(this, Cover.article(root, this, book)));
        Files.writeString(
                book.resolve(WholeBook.FILE), Frame.aroundAll(this, WholeBook.article(pages)));
        Files.writeString(book.resolve("book.css"), text("book.css") + Ink.css());
        Files.writeString(book.resolve("book.js"), text("book.js"));
        Walks.write(root, book);
    }

    static String text(String resource) {
        return Resource.text(Site.class, resource);
    }
}
