package echolab.book.check;

import echolab.book.ChapterException;
import echolab.book.source.Excerpt;
import echolab.book.source.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a block of the book may not do: include code by line number, show more of it than one can take in, or be a picture
/// that says nothing to those who cannot see it.
final class BlockRules {

    private static final int MOST_LINES = 25;
    private static final int MOST_EXCERPTS = 4;
    private static final Pattern CODE =
            Pattern.compile("^\\[code(?:#[\\w-]+)?,(.+)#([\\w.-]+(?:\\(\\))?)\\]$");
    private static final List<LineRule> RULES =
            List.of(
                    LineRule.of(
                            "^include::\\S+\\[.*lines=.*\\]$",
                            "an include by line number shows something else after the next change: use a tag"),
                    LineRule.of(
                            "^include::(?!\\S+\\.adoc\\[)\\S+\\[(?!.*(?:tag|lines=)).*\\]$",
                            "code is included by tag, and not as a whole file"),
                    LineRule.of(
                            "image::?[^\\s\\[]+\\[(?:alt=)?\\s*[^\\]]{0,11}\\s*\\]",
                            "an image needs a text that says what it shows"),
                    LineRule.of(
                            "xref:[\\w-]+\\.adoc\\[",
                            "a link to another chapter names a place in it, or the PDF cannot follow it: xref:FILE.adoc#ID[]"));

    private BlockRules() {}

    static List<Finding> check(Path root, Path file, List<String> chapter) {
        var findings = new ArrayList<Finding>();
        var excerpts = 0;
        for (var i = 0; i < chapter.size(); i++) {
            var line = chapter.get(i);
            var number = i + 1;
            excerpts = line.startsWith("== ") ? 0 : excerpts;
            var code = CODE.matcher(line);
            if (code.matches()) {
                excerpts++;
                excerpt(root, excerpts, code.group(1), code.group(2)).stream()
                        .map(sentence -> new Finding(file, number, sentence))
                        .forEach(findings::add);
            }
            RULES.forEach(rule -> findings.addAll(rule.check(file, number, line)));
        }
        return findings;
    }

    /// @param count which of the section it is
    private static List<String> excerpt(Path root, int count, String name, String tag) {
        var sentences = new ArrayList<String>();
        if (count > MOST_EXCERPTS) {
            sentences.add(
                    "excerpt %s of the section: %s are the most that a reader keeps in mind"
                            .formatted(count, MOST_EXCERPTS));
        }
        try {
            var lines = Excerpt.read(new Sources(root).file(name), tag).lines().size();
            if (lines > MOST_LINES) {
                sentences.add(
                        "%s#%s has %s lines: show at most %s at once"
                                .formatted(name, tag, lines, MOST_LINES));
            }
        } catch (ChapterException e) {
            sentences.add(e.getMessage());
        }
        return sentences;
    }
}
