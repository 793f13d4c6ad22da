package echolab.book.check;

import echolab.process.Digits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// That each word of the trade is linked to the glossary at its first use, once, and that the glossary leads back to that section. A reader who
/// forgets a word finds it in both directions.
final class GlossaryRules {

    private static final Pattern ENTRY =
            Pattern.compile(
                    "^\\[\\[term-([\\w-]+)\\]\\]xref:([\\w-]+\\.adoc)#([\\w-]+)\\[(.+?)\\]::.*");
    private static final Pattern USE = Pattern.compile("\\bterm:([\\w-]+)\\[([^\\]]+)\\]");
    private static final Pattern PLACE = Pattern.compile("^\\[#([\\w-]+)\\]$");

    /// Where a term is linked, or where its entry says that it is.
    private record Place(Path file, int line, String section) {}

    private final Map<String, Place> entries = new LinkedHashMap<>();
    private final Map<String, Place> uses = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private GlossaryRules() {}

    /// @param chapters in the order of the book, by their paths from the root
    static List<Finding> check(Map<Path, List<String>> chapters) {
        var rules = new GlossaryRules();
        chapters.forEach(rules::read);
        rules.compare();
        chapters.forEach(rules::findBold);
        return rules.findings;
    }

    private void read(Path file, List<String> chapter) {
        var section = "";
        for (var i = 0; i < chapter.size(); i++) {
            var line = chapter.get(i);
            var place = PLACE.matcher(line);
            section = place.matches() ? place.group(1) : section;
            var entry = ENTRY.matcher(line);
            if (entry.matches()) {
                var there = entry.group(2) + "#" + entry.group(3);
                entries.put(entry.group(1), new Place(file, i + 1, there));
            }
            for (var use : USE.matcher(line).results().toList()) {
                var here = new Place(file, i + 1, file.getFileName() + "#" + section);
                var first = uses.putIfAbsent(use.group(1), here);
                if (first != null) {
                    say(
                            here,
                            "term:%s[] is for the first use, which is in %s",
                            use.group(1),
                            first.section());
                }
            }
        }
    }

    private void compare() {
        uses.forEach((term, use) -> {
            var entry = entries.get(term);
            if (entry == null) {
                say(use, "the glossary has no entry [[term-%s]]", term);
            } else if (!entry.section().equals(use.section())) {
                say(entry, "%s is first used in %s", term, use.section());
            }
        });
        entries.forEach((term, entry) -> {
            if (!uses.containsKey(term)) {
                say(
                        entry,
                        "no chapter links to this entry: write term:%s[] at its first use",
                        term);
            }
        });
    }

    /// A word that is explained in bold without a link.
    private void findBold(Path file, List<String> chapter) {
        for (var line : Prose.of(chapter)) {
            for (var term : entries.keySet()) {
                if (line.text().contains("*" + term.replace('-', ' ') + "*")) {
                    var here = new Place(file, line.number(), "");
                    say(
                            here,
                            "%s is a word of the glossary: write term:%s[] where it is first used, and no bold after that",
                            term,
                            term);
                }
            }
        }
    }

    private void say(Place place, String sentence, Object... words) {
        findings.add(new Finding(place.file(), place.line(), Digits.in(sentence, words)));
    }
}
