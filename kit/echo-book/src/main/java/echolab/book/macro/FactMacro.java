package echolab.book.macro;

import java.util.HashMap;
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
        var text = String.valueOf(attributes.get("text"));
        var options = new HashMap<String, Object>();
        var link = new HashMap<String, Object>(Map.of("role", "fact"));
        if (Writer.html(parent)) {
            options.put("type", ":link");
            options.put("target", "sources.html#" + source);
        } else {
            link.put("refid", source);
            options.put("type", ":xref");
            options.put("target", "#" + source);
        }
        return createPhraseNode(parent, "anchor", text, link, options);
    }
}
