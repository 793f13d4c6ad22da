package echolab.book.site;

import static org.jsoup.nodes.Entities.escape;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/// The page that opens first: what the book is, and what each chapter is about, how long it takes and what there is to do.
///
/// The minutes are those of a careful reader, without the exercises.
final class Cover {

    private static final Pattern TITLE = Pattern.compile("(?m)^= (.+?): (.+)$");
    private static final int WORDS_A_MINUTE = 130;

    private Cover() {}

    /// @param root the clone
    /// @param book where the pages and the PDF are
    static String article(Path root, Site site, Path book) throws IOException {
        var title = TITLE.matcher(Files.readString(root.resolve("chapters/_book.adoc")));
        if (!title.find()) {
            throw new IOException("chapters/_book.adoc:1: write = TITLE: SUBTITLE");
        }
        return """
        <h1>%s</h1>
        <p class="lead">%s</p>
        <p>The same TCP echo server five times in Java, each time with a more capable loop, tested and measured at every step.</p>
        <ol class="chapters">
        %s</ol>
        <p>For reading on paper: <a href="%s">the whole book on one page</a>%s.</p>
        """
                .formatted(
                        escape(title.group(1)),
                        escape(capital(title.group(2))),
                        site.pages().stream().map(Cover::entry).collect(Collectors.joining()),
                        WholeBook.FILE,
                        Files.exists(book.resolve("echo-lab.pdf"))
                                ? ", or <a href=\"echo-lab.pdf\">as a PDF</a>"
                                : "");
    }

    private static String entry(Page page) {
        return "<li><a href=\"%s\">%s</a>%s%s</li>\n"
                .formatted(
                        page.file(),
                        escape(page.title()),
                        page.description().isEmpty()
                                ? ""
                                : "<p>" + escape(page.description()) + "</p>",
                        effort(page));
    }

    /// Nobody reads an index from start to end, and nobody plans for a few minutes.
    private static String effort(Page page) {
        var minutes = minutes(page.article().body());
        if (page.sections().isEmpty() || minutes < 10) {
            return "";
        }
        var exercises = page.article().select(".exercise").size();
        return "<p class=\"effort\">about %s minutes%s</p>"
                .formatted(
                        minutes,
                        switch (exercises) {
                            case 0 -> "";
                            case 1 -> " and one exercise";
                            default -> " and " + exercises + " exercises";
                        });
    }

    private static int minutes(Element chapter) {
        var read = chapter.clone();
        read.select(".exercise, .go, details").remove();
        var words = read.text().split("\\s+").length;
        return Math.round(words / 5f / WORDS_A_MINUTE) * 5;
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
