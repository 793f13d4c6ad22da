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
        var asked = new Asked(parent, target, attributes);
        var written = getName() + "::" + target + "[";
        parseContent(
                parent,
                Writer.orComplain(this, parent, written, List.<String>of(), () -> lines(asked)));
        return null;
    }

    /// @throws echolab.book.ChapterException when the writer asked for what is not there
    abstract List<String> lines(Asked asked);
}
