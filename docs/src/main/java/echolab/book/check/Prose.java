package echolab.book.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The lines of a chapter that a person reads as sentences. Not the code, the commands, the pictures and the attributes; and
/// of a sentence not what stands in backticks or comes out of a macro, which has proved itself elsewhere.
public final class Prose {

    /// What opens a block is also what closes it.
    private static final Set<String> FENCES = Set.of("----", "....", "++++", "////", "```");

    private static final Pattern NO_PROSE =
            Pattern.compile("^(//.*|:[\\w-]+!?:.*|\\[[^\\]]*\\]|[\\w-]+::\\S*\\[.*\\]|\\|===)$");
    private static final Pattern PROVEN =
            Pattern.compile(
                    "`[^`]*`|\\b(?:bench|seen|fact|given|term|link|xref|https?):[^\\s\\[]*(?:\\[[^\\]]*\\])?");
    private static final Pattern CODE_CALLOUT = Pattern.compile("^`.+`::");

    private Prose() {}

    /// A line of prose.
    ///
    /// @param number from 1
    /// @param text without what proves itself
    public record Line(int number, String text) {}

    public static List<Line> of(List<String> chapter) {
        var prose = new ArrayList<Line>();
        String inside = null;
        for (var i = 0; i < chapter.size(); i++) {
            var line = chapter.get(i);
            if (inside != null) {
                inside = line.equals(inside) ? null : inside;
            } else if (FENCES.contains(line)) {
                inside = line;
            } else if (!NO_PROSE.matcher(line).matches()) {
                prose.add(new Line(i + 1, unproven(line)));
            }
        }
        return prose;
    }

    private static String unproven(String line) {
        return PROVEN.matcher(CODE_CALLOUT.matcher(line).replaceFirst("")).replaceAll("");
    }
}
