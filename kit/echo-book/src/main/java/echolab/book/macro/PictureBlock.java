package echolab.book.macro;

import echolab.book.ChapterException;
import echolab.book.picture.Drawing;
import java.util.Map;
import org.asciidoctor.ast.ContentModel;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.BlockProcessor;
import org.asciidoctor.extension.Contexts;
import org.asciidoctor.extension.Name;
import org.asciidoctor.extension.PositionalAttributes;
import org.asciidoctor.extension.Reader;

/// A picture drawn from text; `Picture` says how it is written. It must have an `alt`, which says in words what it shows.
@Name("picture")
@Contexts(Contexts.LITERAL)
@ContentModel(ContentModel.RAW)
@PositionalAttributes("file")
public final class PictureBlock extends BlockProcessor {

    @Override
    public Object process(StructuralNode parent, Reader reader, Map<String, Object> attributes) {
        var lines = reader.readLines();
        var asked = new Asked(parent, String.valueOf(attributes.get("file")), attributes);
        return Writer.orComplain(
                this,
                parent,
                "[picture," + asked.target(),
                null,
                () -> {
                    var alt = alt(asked);
                    return Drawn.block(this, asked, asked.target(), Drawing.svg(lines, alt), alt);
                });
    }

    /// @throws ChapterException when it is missing, or too short to say anything
    static String alt(Asked asked) {
        if (!asked.has("alt") || asked.word("alt").length() < 20) {
            throw new ChapterException("a picture has an alt=\"…\" that says what it shows");
        }
        return asked.word("alt");
    }
}
