package echolab.book.macro;

import echolab.book.ChapterException;
import echolab.process.Digits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.BaseProcessor;

/// An SVG in the book. It gets into a page as part of it, so that the page's CSS can give it dark colours; into the PDF as
/// a file, in a size in which its letters are as large as the text.
final class Drawn {

    private static final Pattern WIDTH = Pattern.compile("<svg [^>]*?\\bwidth=\"(\\d+)");
    private static final double POINTS_A_PIXEL = 0.68;
    private static final double PAPER_POINTS = 470;

    private Drawn() {}

    /// @param attributes of the macro: its id, role and title are kept
    static Block block(
            BaseProcessor processor,
            StructuralNode parent,
            String name,
            String svg,
            String alt,
            Map<String, Object> attributes) {
        var image = new HashMap<>(attributes);
        image.put("target", write(parent, name, svg).toString());
        image.put("alt", alt);
        if (Writer.html(parent)) {
            image.put("inline-option", "");
            image.put("opts", "inline");
        } else {
            image.put("pdfwidth", points(svg));
        }
        var block = processor.createBlock(parent, "image", "", image);
        if (attributes.get("title") != null) {
            block.setTitle(attributes.get("title").toString());
        }
        return block;
    }

    private static String points(String svg) {
        var width = WIDTH.matcher(svg);
        var pixels = width.find() ? Double.parseDouble(width.group(1)) : PAPER_POINTS;
        return Digits.in("%.0fpt", Math.min(PAPER_POINTS, pixels * POINTS_A_PIXEL));
    }

    private static Path write(StructuralNode parent, String name, String svg) {
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
