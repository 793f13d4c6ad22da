package echolab.book.macro;

import java.util.Map;
import org.asciidoctor.ast.ContentModel;
import org.asciidoctor.ast.PhraseNode;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.InlineMacroProcessor;
import org.asciidoctor.extension.Name;

/// A word of the trade where it first stands: `term:context-switch[context switches]` is bold, and leads to that entry of
/// `chapters/glossary.adoc`, which leads back.
@Name("term")
@ContentModel(ContentModel.RAW)
public final class TermMacro extends InlineMacroProcessor {

    @Override
    public PhraseNode process(StructuralNode parent, String term, Map<String, Object> attributes) {
        var words = "<strong>" + attributes.get("text") + "</strong>";
        return EntryLink.of(this, parent, "glossary", "term-" + term, words, "term");
    }
}
