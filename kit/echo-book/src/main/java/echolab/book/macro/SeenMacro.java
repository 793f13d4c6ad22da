package echolab.book.macro;

import java.util.Map;
import org.asciidoctor.ast.PhraseNode;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.InlineMacroProcessor;
import org.asciidoctor.extension.Name;
import org.asciidoctor.extension.PositionalAttributes;

/// Something that a captured command printed, quoted in prose: `seen:threads[(\d+) threads]` is the first group of the
/// first such place in what the run block `threads` of this chapter printed.
@Name("seen")
@PositionalAttributes("regex")
public final class SeenMacro extends InlineMacroProcessor {

    @Override
    public PhraseNode process(StructuralNode parent, String name, Map<String, Object> attributes) {
        var asked = new Asked(parent, name, attributes);
        var text =
                Writer.orComplain(
                        this,
                        parent,
                        "seen:" + name + "[",
                        "?",
                        () -> asked.captured().find(asked.word("regex")));
        return createPhraseNode(
                parent, "quoted", text, Map.of("role", "seen"), Map.of("type", ":unquoted"));
    }
}
