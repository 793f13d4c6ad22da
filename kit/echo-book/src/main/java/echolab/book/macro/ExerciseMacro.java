package echolab.book.macro;

import echolab.book.ChapterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Name;

/// An exercise with its hints, from the same file that `./lab hint` reads: `exercise::11[]` is `exercises/11-….adoc`.
@Name("exercise")
public final class ExerciseMacro extends LinesMacro {

    @Override
    List<String> lines(StructuralNode parent, String number, Map<String, Object> attributes) {
        return asciidoc(parent, file(Writer.root(parent), number), number);
    }

    private static Path file(Path root, String number) {
        var folder = root.resolve("exercises");
        try (var files = Files.newDirectoryStream(folder, number + "-*.adoc")) {
            for (var file : files) {
                return file;
            }
        } catch (IOException e) {
            throw new ChapterException("cannot look into " + folder + ": " + e, e);
        }
        throw new ChapterException("there is no exercises/%s-….adoc".formatted(number));
    }

    /// The file is a document of its own: its title becomes that of a block, and its attributes are for the workshop.
    private static List<String> asciidoc(StructuralNode parent, Path file, String number) {
        var lines = new ArrayList<String>();
        try {
            var all = Files.readAllLines(file);
            lines.addAll(
                    heading(parent, number, all.getFirst().replaceFirst("^= ", "") + minutes(all)));
            lines.add("--");
            all.stream()
                    .skip(1)
                    .filter(line -> !line.matches(":[\\w-]+:.*"))
                    .map(line -> Writer.html(parent) ? line : onPaper(line))
                    .forEach(lines::add);
        } catch (IOException e) {
            throw new ChapterException("cannot read " + file + ": " + e, e);
        }
        lines.add("--");
        return lines;
    }

    /// On paper the title of a block is as small as that of a listing, and nobody would find an exercise by it.
    private static List<String> heading(StructuralNode parent, String number, String title) {
        return Writer.html(parent)
                ? List.of("[#exercise-%s.exercise]".formatted(number), "." + title)
                : List.of("[discrete#exercise-%s]".formatted(number), "==== " + title, "");
    }

    /// Three dots are no Java, and the highlighter would mark each gap of a shape as a mistake. A hint stays on one page.
    private static String onPaper(String line) {
        return line.replace("[source,java]", "[listing]")
                .replace("[%collapsible]", "[%collapsible%unbreakable]");
    }

    private static String minutes(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(":minutes:"))
                .map(line -> " (about " + line.replaceFirst(":minutes: *", "") + " minutes)")
                .findFirst()
                .orElse("");
    }
}
