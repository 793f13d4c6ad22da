package echolab.book.macro;

import java.util.Map;
import org.asciidoctor.ast.ContentModel;
import org.asciidoctor.ast.PhraseNode;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Format;
import org.asciidoctor.extension.FormatType;
import org.asciidoctor.extension.InlineMacroProcessor;
import org.asciidoctor.extension.Name;

/// A quantity that nobody measured, because we chose or suppose it: `given:[100 ms]`.
@Name("given")
@Format(FormatType.SHORT)
@ContentModel(ContentModel.RAW) // the words may have commas, which would end an attribute
public final class GivenMacro extends InlineMacroProcessor {

    @Override
    public PhraseNode process(
            StructuralNode parent, String target, Map<String, Object> attributes) {
        var text = String.valueOf(attributes.getOrDefault("text", target));
        return createPhraseNode(
                parent, "quoted", text, Map.of("role", "given"), Map.of("type", ":unquoted"));
    }
}
