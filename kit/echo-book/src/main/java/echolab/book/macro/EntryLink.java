package echolab.book.macro;

import java.util.HashMap;
import java.util.Map;
import org.asciidoctor.ast.PhraseNode;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.InlineMacroProcessor;

/// A link to an entry of a chapter that is a list, the sources or the glossary: to its page in HTML, to a place in the one document of the PDF.
final class EntryLink {

    private EntryLink() {}

    /// @param list the chapter's name
    /// @param entry its id
    /// @param words with their markup
    static PhraseNode of(
            InlineMacroProcessor macro,
            StructuralNode parent,
            String list,
            String entry,
            String words,
            String role) {
        var options = new HashMap<String, Object>();
        var link = new HashMap<String, Object>(Map.of("role", role));
        if (Writer.html(parent)) {
            options.put("type", ":link");
            options.put("target", list + ".html#" + entry);
        } else {
            link.put("refid", entry);
            options.put("type", ":xref");
            options.put("target", "#" + entry);
        }
        return macro.createPhraseNode(parent, "anchor", words, link, options);
    }
}
