package echolab.book.macro;

import echolab.book.ChapterException;
import echolab.book.picture.Drawing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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
        return Writer.orComplain(
                this,
                parent,
                "[picture," + attributes.get("file"),
                null,
                () -> {
                    var alt = String.valueOf(attributes.getOrDefault("alt", ""));
                    if (alt.length() < 20) {
                        throw new ChapterException(
                                "a picture has an alt=\"…\" that says what it shows");
                    }
                    var file = write(parent, attributes.get("file"), Drawing.svg(lines, alt));
                    var image = new HashMap<String, Object>(attributes);
                    image.put("target", file.toString());
                    image.put("alt", alt);
                    if (Writer.html(parent)) {
                        image.put("inline-option", "");
                        image.put("opts", "inline");
                    } else {
                        image.put("pdfwidth", "100%");
                        image.put("scaledwidth", "100%");
                    }
                    var block = createBlock(parent, "image", "", image);
                    if (attributes.get("title") != null) {
                        block.setTitle(attributes.get("title").toString());
                    }
                    return block;
                });
    }

    private static Path write(StructuralNode parent, Object name, String svg) {
        var folder = Path.of(parent.getDocument().getAttribute("pictures").toString());
        var file = folder.resolve(Writer.chapter(parent) + "-" + name + ".svg").toAbsolutePath();
        try {
            Files.createDirectories(folder);
            return Files.writeString(file, svg);
        } catch (IOException e) {
            throw new ChapterException("cannot write the picture " + file + ": " + e, e);
        }
    }
}
