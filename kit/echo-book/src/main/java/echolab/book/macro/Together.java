package echolab.book.macro;

import java.util.ArrayList;
import java.util.List;
import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.StructuralNode;

/// What no page of the PDF may come between: a listing, what is said of it below, and the paragraph above it that ends with
/// a colon. On a page of the site nothing is cut, and they stay as they are.
final class Together {

    private Together() {}

    /// @param lines AsciiDoc that is about to become blocks of the parent
    static List<String> onPaper(StructuralNode parent, List<String> lines) {
        if (Writer.html(parent)) {
            return lines;
        }
        var together = new ArrayList<String>();
        together.add("[%unbreakable]");
        together.add("--");
        together.addAll(announcement(parent));
        together.addAll(lines);
        together.add("--");
        return together;
    }

    /// Takes the paragraph that ends with a colon away from the parent, if that is what came last and this is the PDF.
    static List<String> announcement(StructuralNode parent) {
        var blocks = parent.getBlocks();
        if (Writer.html(parent)
                || blocks.isEmpty()
                || !(blocks.getLast() instanceof Block last)
                || !last.getContext().equals("paragraph")
                || !last.getSource().endsWith(":")) {
            return List.of();
        }
        var words = new ArrayList<>(last.getLines());
        words.add("");
        blocks.remove(blocks.size() - 1);
        return words;
    }
}
