package echolab.book.macro;

import echolab.book.ChapterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.asciidoctor.ast.ContentNode;
import org.asciidoctor.ast.Cursor;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.BaseProcessor;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;

/// What every macro needs to know of the document that it stands in, and how it tells the writer of a mistake: with file
/// and line, as an error of Asciidoctor's own, which fails the build.
final class Writer {

    private Writer() {}

    /// The clone.
    static Path root(ContentNode node) {
        return Path.of(node.getDocument().getAttribute("root").toString())
                .toAbsolutePath()
                .normalize();
    }

    /// The chapter's name without `.adoc`; in the PDF, where all chapters are one document, that of the included file.
    static String chapter(ContentNode node) {
        var place = place(node);
        var file =
                place != null && place.getPath() != null
                        ? place.getPath()
                        : node.getDocument().getAttribute("docname") + ".adoc";
        return Path.of(file).getFileName().toString().replaceFirst("\\.adoc$", "");
    }

    /// Whether a page is made, and not the PDF, which to Asciidoctor is HTML at its base, too.
    static boolean html(ContentNode node) {
        return "html5".equals(node.getDocument().getAttribute("backend"));
    }

    /// From a page in `docs/target/book/` to the root of the clone.
    static String linkToRoot() {
        return "../../../";
    }

    /// Does it, or logs what the writer did wrong and returns the other thing.
    ///
    /// @param written how the macro stands in the chapter: a paragraph may have many, and Asciidoctor knows only where the
    ///     paragraph begins
    static <T> T orComplain(
            BaseProcessor processor,
            ContentNode node,
            String written,
            T otherwise,
            Supplier<T> work) {
        try {
            return work.get();
        } catch (ChapterException e) {
            var file = chapter(node) + ".adoc";
            var line = line(node, file, written);
            processor.log(
                    new LogRecord(Severity.ERROR, new Place(file, file, "", line), e.getMessage()));
            return otherwise;
        }
    }

    /// Asciidoctor's own `newCursor` takes its arguments for one another.
    private record Place(String getFile, String getPath, String getDir, int getLineNumber)
            implements Cursor {}

    private static int line(ContentNode node, String file, String written) {
        var place = place(node);
        var from = place == null ? 1 : Math.max(1, place.getLineNumber());
        try {
            var folder = String.valueOf(node.getDocument().getAttribute("docdir"));
            var lines = Files.readAllLines(Path.of(folder, file));
            for (var i = from - 1; i < lines.size(); i++) {
                if (lines.get(i).contains(written)) {
                    return i + 1;
                }
            }
        } catch (IOException _) {
            // the line where the block begins will have to do
        }
        return from;
    }

    private static Cursor place(ContentNode node) {
        for (var at = node; at != null && at != at.getDocument(); at = at.getParent()) {
            if (at instanceof StructuralNode block && block.getSourceLocation() != null) {
                return block.getSourceLocation();
            }
        }
        return null;
    }
}
