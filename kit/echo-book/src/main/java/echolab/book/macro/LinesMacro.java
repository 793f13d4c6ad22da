package echolab.book.macro;

import java.util.List;
import java.util.Map;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.BlockMacroProcessor;

/// A macro in whose place lines of AsciiDoc stand, as if the writer had typed them: tables and lists made of files.
abstract class LinesMacro extends BlockMacroProcessor {

    @Override
    public final StructuralNode process(
            StructuralNode parent, String target, Map<String, Object> attributes) {
        parseContent(
                parent,
                Writer.orComplain(
                        this,
                        parent,
                        getName() + "::" + target + "[",
                        List.<String>of(),
                        () -> lines(parent, target, attributes)));
        return null;
    }

    /// @param target what stands between `::` and the bracket
    /// @throws echolab.book.ChapterException when the writer asked for what is not there
    abstract List<String> lines(
            StructuralNode parent, String target, Map<String, Object> attributes);
}
