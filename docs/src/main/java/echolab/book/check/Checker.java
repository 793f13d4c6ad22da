package echolab.book.check;

import echolab.book.Chapters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// All rules about the text of the chapters: what breaks one, a reader could not believe.
public final class Checker {

    private Checker() {}

    /// @return a finding for everything that is wrong; empty when the book may be shown
    public static List<Finding> check(Path root) throws IOException {
        var findings = new ArrayList<Finding>();
        var chapters = new LinkedHashMap<Path, List<String>>();
        for (var file : Chapters.files(root)) {
            var chapter = Files.readAllLines(file);
            var name = root.relativize(file);
            chapters.put(name, chapter);
            findings.addAll(ProseRules.check(name, chapter));
            findings.addAll(BlockRules.check(root, name, chapter));
        }
        findings.addAll(GlossaryRules.check(chapters));
        findings.addAll(UnusedTags.check(root));
        return findings;
    }
}
