package echolab.book.macro;

import java.util.ArrayList;
import java.util.List;
import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.StructuralNode;

/// What no page of the PDF may come between: a short listing, the paragraph above it that ends with a colon and, if that is short, too,
/// what is said of it below. A long one would leave a third of a page empty. On a page of the site nothing is cut.
final class Together {

    private static final int MOST_LINES = 18;
    private static final int LETTERS_A_LINE = 95;

    private Together() {}

    /// @param lines AsciiDoc that is about to become blocks of the parent
    /// @param below what may follow on the next page
    static List<String> onPaper(StructuralNode parent, List<String> lines, List<String> below) {
        var all = new ArrayList<>(lines);
        if (!Writer.html(parent) && lines.size() <= MOST_LINES) {
            all.addAll(0, announcement(parent));
            all.addAll(0, List.of("[%unbreakable]", "--"));
            if (all.size() + height(below) <= MOST_LINES) {
                all.addAll(below);
                all.add("--");
                return all;
            }
            all.add("--");
        }
        all.addAll(below);
        return all;
    }

    private static int height(List<String> lines) {
        return lines.stream().mapToInt(line -> 1 + line.length() / LETTERS_A_LINE).sum();
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
