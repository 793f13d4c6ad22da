package echolab.book.macro;

import echolab.book.ChapterException;
import echolab.process.Digits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.regex.Pattern;
import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.BaseProcessor;

/// An SVG in the book. It gets into a page as part of it, so that the page's CSS can give it dark colours; into the PDF as
/// a file, in a size in which its letters are as large as the text.
final class Drawn {

    private static final Pattern VIEW_BOX = Pattern.compile("viewBox=\"0 0 ([\\d.]+) ([\\d.]+)\"");
    private static final double POINTS_A_PIXEL = 0.68;
    private static final double WIDEST = 470;

    /// A third of a page: what does not fit on one leaves no more of it empty.
    private static final double HIGHEST = 235;

    /// On paper, in points.
    private record Size(double width, double height) {}

    private Drawn() {}

    /// @param asked its id, role and title are kept
    static Block block(BaseProcessor macro, Asked asked, String name, String svg, String alt) {
        var parent = asked.parent();
        var image = new HashMap<>(asked.attributes());
        image.put("target", write(parent, name, svg).toString());
        image.put("alt", alt);
        if (Writer.html(parent)) {
            image.put("inline-option", "");
            image.put("opts", "inline");
        } else {
            image.put("pdfwidth", Digits.in("%.0fpt", size(svg).width()));
        }
        var block = macro.createBlock(parent, "image", "", image);
        if (asked.has("title")) {
            block.setTitle(asked.word("title"));
        }
        return block;
    }

    /// Whether it takes so much of a page of paper that nothing else should have to go where it goes.
    static boolean isTall(String svg) {
        return size(svg).height() > HIGHEST / 2;
    }

    private static Size size(String svg) {
        var size = VIEW_BOX.matcher(svg);
        if (!size.find()) {
            return new Size(WIDEST, 0);
        }
        var width = Double.parseDouble(size.group(1)) * POINTS_A_PIXEL;
        var height = Double.parseDouble(size.group(2)) * POINTS_A_PIXEL;
        var shrunk = Math.min(1, Math.min(WIDEST / width, HIGHEST / height));
        return new Size(width * shrunk, height * shrunk);
    }

    private static Path write(StructuralNode parent, String name, String svg) {
        var folder = Path.of(parent.getDocument().getAttribute("pictures").toString());
        var file = folder.resolve(Writer.chapter(parent) + "-" + name + ".svg").toAbsolutePath();
        return ChapterException.unlessDone(
                "write the picture " + file,
                () -> {
                    Files.createDirectories(folder);
                    return Files.writeString(file, svg);
                });
    }
}
