package echolab.book.site;

import echolab.book.check.Checker;
import echolab.book.check.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Collectors;

/// Makes a book of the pages that Asciidoctor rendered, one a chapter; or says in which file and line something keeps it from
/// being one. The build runs it after Asciidoctor.
public final class SiteMain {

    private SiteMain() {}

    /// @param args the clone, the folder with the rendered pages, the folder for the book, and `true` when only the PDF was
    ///     made: then there may be no pages, and the chapters alone are checked
    /// @throws IOException when there are findings: its message has a line for each
    public static void main(String[] args) throws IOException {
        Locale.setDefault(Locale.ROOT);
        var root = Path.of(args[0]).toAbsolutePath().normalize();
        var findings = new ArrayList<>(Checker.check(root));
        if (!Boolean.parseBoolean(args[3])) {
            var book = Path.of(args[2]);
            var site = Site.read(root, Path.of(args[1]));
            site.write(root, book);
            findings.addAll(DeadLinks.check(root, site, book));
        }
        if (!findings.isEmpty()) {
            throw new IOException(
                    findings.stream()
                            .map(Finding::toString)
                            .collect(Collectors.joining("\n", "\n", "")));
        }
    }
}
