package echolab.book.macro;

import echolab.book.ChapterException;
import echolab.book.source.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.asciidoctor.extension.Name;

/// An exercise with its hints, from the same file that `./lab hint` reads: `exercise::11[]` is `exercises/11-….adoc`. On paper
/// nothing can be folded, so there the hints stand at the end, where the book says `exercise::hints[]`.
@Name("exercise")
public final class ExerciseMacro extends LinesMacro {

    private static final String FENCE = "====";
    private static final Pattern TELLS = Pattern.compile("\\.(Hint \\d|Lesson).*");

    @Override
    List<String> lines(Asked asked) {
        return asked.target().equals("hints")
                ? files(asked, "*").stream().flatMap(file -> hints(file).stream()).toList()
                : task(asked);
    }

    /// In the order of their numbers: 5.10 comes behind 5.9.
    private static List<Path> files(Asked asked, String number) {
        var order =
                Comparator.comparing((Path file) -> number(file).charAt(0))
                        .thenComparing(file -> Integer.valueOf(number(file).substring(1)));
        var folder = asked.root().resolve("exercises");
        return Sources.in(folder, number + "-*.adoc").stream().sorted(order).toList();
    }

    private static String number(Path file) {
        return file.getFileName().toString().replaceFirst("-.*", "");
    }

    /// The file is a document of its own: its title becomes that of a block, and its attributes are for the workshop.
    private static List<String> task(Asked asked) {
        var number = asked.target();
        var files = files(asked, number);
        if (files.isEmpty()) {
            throw new ChapterException("there is no exercises/%s-….adoc".formatted(number));
        }
        var all = Sources.lines(files.getFirst());
        var title = title(all) + effort(all);
        var text = all.stream().skip(1).filter(line -> !line.matches(":[\\w-]+:.*")).toList();
        var lines = new ArrayList<String>();
        if (Writer.html(asked.parent())) {
            lines.addAll(List.of("[#exercise-%s.exercise]".formatted(number), "." + title, "--"));
            lines.addAll(text);
        } else {
            lines.addAll(heading("exercise", number, title));
            lines.add("--");
            lines.addAll(onPaper(part(text, false)));
            lines.addAll(List.of("", "Its hints are <<hints-%s,at the end>>.".formatted(number)));
        }
        lines.add("--");
        return lines;
    }

    private static List<String> hints(Path file) {
        var all = Sources.lines(file);
        var lines = new ArrayList<>(heading("hints", number(file), title(all)));
        lines.addAll(onPaper(part(all, true)));
        return lines;
    }

    private static String title(List<String> lines) {
        return lines.getFirst().replaceFirst("^= ", "");
    }

    /// On paper the title of a block is as small as that of a listing, and nobody would find an exercise by it.
    private static List<String> heading(String what, String number, String title) {
        return List.of("[discrete#%s-%s]".formatted(what, number), "==== " + title, "");
    }

    /// What tells of the answer, hints and lesson, each from its title to the end of its block; or what does not.
    private static List<String> part(List<String> lines, boolean tells) {
        var part = new ArrayList<String>();
        var fences = 2;
        for (var line : lines) {
            fences = TELLS.matcher(line).matches() ? 0 : fences;
            if (fences < 2 == tells) {
                part.add(line);
            }
            fences += line.equals(FENCE) ? 1 : 0;
            if (fences == 2 && line.equals(FENCE) && tells) {
                part.add("");
            }
        }
        return part;
    }

    /// Three dots are no Java, and the highlighter would mark each gap of a shape as a mistake. A hint stays on one page.
    private static List<String> onPaper(List<String> lines) {
        return lines.stream()
                .map(line ->
                        line.replace("[source,java]", "[listing]")
                                .replace("[%collapsible]", "[%collapsible%unbreakable]"))
                .toList();
    }

    private static String effort(List<String> lines) {
        return " (level %s of 3, about %s minutes)"
                .formatted(attribute("level", lines), attribute("minutes", lines));
    }

    private static String attribute(String name, List<String> lines) {
        return String.join("\n", lines).replaceFirst("(?s).*\n:" + name + ": *([^\n]*).*", "$1");
    }
}
