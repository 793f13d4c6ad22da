package echolab.book.macro;

import echolab.book.ChapterException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.asciidoctor.ast.ContentNode;
import org.asciidoctor.ast.Cursor;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Processor;
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

    static boolean html(ContentNode node) {
        return "html".equals(node.getDocument().getAttribute("basebackend"));
    }

    /// From a page in `docs/target/book/` to the root of the clone.
    static String linkToRoot() {
        return "../../../";
    }

    /// Does it, or logs what the writer did wrong and returns the other thing.
    static <T> T orComplain(Processor processor, ContentNode node, T otherwise, Supplier<T> work) {
        try {
            return work.get();
        } catch (ChapterException e) {
            processor.log(new LogRecord(Severity.ERROR, place(node), e.getMessage()));
            return otherwise;
        }
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
