package echolab.book.macro;

import java.util.HashMap;
import java.util.Map;
import org.asciidoctor.ast.ContentModel;
import org.asciidoctor.ast.PhraseNode;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.InlineMacroProcessor;

/// Words that lead to an entry of a chapter that is a list. A fact that others found out, `fact:man-pthread-create[2 MiB]`, leads to
/// where they say so, in `chapters/sources.adoc`; a word of the trade where it first stands, `term:context-switch[context switches]`,
/// is bold and leads to `chapters/glossary.adoc`, which leads back.
@ContentModel(ContentModel.RAW) // the words may have commas, which would end an attribute
public final class EntryMacro extends InlineMacroProcessor {

    private final String list;
    private final String prefix;
    private final String look;

    /// @param name of the macro, and the role of its words
    /// @param list the chapter's name
    /// @param prefix of the id of each entry
    /// @param look the markup of the words, `%s` in it for them
    EntryMacro(String name, String list, String prefix, String look) {
        super(name);
        this.list = list;
        this.prefix = prefix;
        this.look = look;
    }

    @Override
    public PhraseNode process(StructuralNode parent, String entry, Map<String, Object> attributes) {
        var words = look.replace("%s", String.valueOf(attributes.get("text")));
        return link(this, parent, list, prefix + entry, words, getName());
    }

    /// To the list's page in HTML, to a place in the one document of the PDF.
    static PhraseNode link(
            InlineMacroProcessor macro,
            StructuralNode parent,
            String list,
            String id,
            String words,
            String role) {
        var options = new HashMap<String, Object>();
        var link = new HashMap<String, Object>(Map.of("role", role));
        if (Writer.html(parent)) {
            options.put("type", ":link");
            options.put("target", list + ".html#" + id);
        } else {
            link.put("refid", id);
            options.put("type", ":xref");
            options.put("target", "#" + id);
        }
        return macro.createPhraseNode(parent, "anchor", words, link, options);
    }
}
