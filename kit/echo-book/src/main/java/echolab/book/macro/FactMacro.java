package echolab.book.macro;

import java.util.Map;
import org.asciidoctor.ast.ContentModel;
import org.asciidoctor.ast.PhraseNode;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.InlineMacroProcessor;
import org.asciidoctor.extension.Name;

/// A fact that others found out, with where they say so: `fact:man-pthread-create[2 MiB]` links to that entry of
/// `chapters/sources.adoc`.
@Name("fact")
@ContentModel(ContentModel.RAW) // the words may have commas, which would end an attribute
public final class FactMacro extends InlineMacroProcessor {

    @Override
    public PhraseNode process(
            StructuralNode parent, String source, Map<String, Object> attributes) {
        var words = String.valueOf(attributes.get("text"));
        return EntryLink.of(this, parent, "sources", source, words, "fact");
    }
}
