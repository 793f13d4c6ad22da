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
    private static final Pattern INCLUDE = Pattern.compile("^include::(\\S+)\\[(.*)\\]$");
    private static final Pattern IMAGE = Pattern.compile("image::?[^\\s\\[]+\\[(.*?)\\]");
    private static final Pattern ACROSS = Pattern.compile("xref:([\\w-]+\\.adoc)\\[");

    private BlockRules() {}

    static List<Finding> check(Path root, Path file, List<String> chapter) {
        var findings = new ArrayList<Finding>();
        var excerpts = 0;
        for (var i = 0; i < chapter.size(); i++) {
            var line = chapter.get(i);
            var code = CODE.matcher(line);
            if (line.startsWith("== ")) {
                excerpts = 0;
            }
            if (code.matches() && ++excerpts > MOST_EXCERPTS) {
                findings.add(
                        new Finding(
                                file,
                                i + 1,
                                "excerpt %s of the section: %s are the most that a reader keeps in mind"
                                        .formatted(excerpts, MOST_EXCERPTS)));
            }
            for (var sentence : sentences(root, line)) {
                findings.add(new Finding(file, i + 1, sentence));
            }
        }
        return findings;
    }

    private static List<String> sentences(Path root, String line) {
        var sentences = new ArrayList<String>();
        var code = CODE.matcher(line);
        if (code.matches()) {
            sentences.addAll(length(root, code.group(1), code.group(2)));
        }
        var include = INCLUDE.matcher(line);
        if (include.matches()) {
            var how = include.group(2);
            if (how.contains("lines=")) {
                sentences.add(
                        "an include by line number shows something else after the next change: use a tag");
            } else if (!include.group(1).endsWith(".adoc") && !how.contains("tag")) {
                sentences.add("code is included by tag, and not as a whole file");
            }
        }
        var image = IMAGE.matcher(line);
        while (image.find()) {
            if (image.group(1).replaceFirst("^alt=", "").strip().length() < 12) {
                sentences.add("an image needs a text that says what it shows");
            }
        }
        if (ACROSS.matcher(line).find()) {
            sentences.add(
                    "a link to another chapter names a place in it, or the PDF cannot follow it: xref:FILE.adoc#ID[]");
        }
        return sentences;
    }

    private static List<String> length(Path root, String name, String tag) {
        try {
            var lines = Excerpt.read(new Sources(root).file(name), tag).lines().size();
            return lines <= MOST_LINES
                    ? List.of()
                    : List.of(
                            "%s#%s has %s lines: show at most %s at once"
                                    .formatted(name, tag, lines, MOST_LINES));
        } catch (ChapterException e) {
            return List.of(e.getMessage());
        }
    }
}
