package echolab.book.run;

import echolab.book.ChapterException;
import echolab.book.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a run block's commands printed, and on which code and machine: a text file in `chapters/captured/`.
///
/// ```
/// # commit 58c4c0f4…
/// # date 2026-11-24
/// # machine AMD EPYC, 2 cores; Linux 6.18
/// $ ./lab serve step01 &
/// Serving on 127.0.0.1:8888
/// ```
///
/// @param commit that the commands ran on; empty without git
/// @param lines commands, each after a dollar sign, and their output
public record Transcript(String commit, String date, String machine, List<String> lines) {

    private static final String PROMPT = "$ ";

    /// Where it is kept; beside it is the picture that the block's commands drew, with the ending `.svg`.
    public static Path file(Path chapters, String chapter, String name) {
        return chapters.resolve("captured").resolve(chapter).resolve(name + ".txt");
    }

    /// @throws ChapterException when nothing was captured
    public static Transcript read(Path chapters, String chapter, String name) {
        var file = file(chapters, chapter, name);
        if (!Files.isRegularFile(file)) {
            throw new ChapterException(
                    "the output of run block %s was never captured: ./lab book --capture %s"
                            .formatted(name, chapter));
        }
        var all = Sources.lines(file);
        return new Transcript(
                head(all, "commit"),
                head(all, "date"),
                head(all, "machine"),
                all.stream().filter(line -> !line.startsWith("# ")).toList());
    }

    public void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var text = new ArrayList<String>();
        text.add("# commit " + commit);
        text.add("# date " + date);
        text.add("# machine " + machine);
        text.addAll(lines);
        Files.write(file, text);
    }

    /// The commands alone, as a person types them.
    public List<String> commands() {
        return typed().stream().map(line -> line.substring(PROMPT.length())).toList();
    }

    /// The commands as a terminal shows them.
    public List<String> typed() {
        return lines.stream().filter(line -> line.startsWith(PROMPT)).toList();
    }

    /// What they printed.
    public List<String> printed() {
        return lines.stream().filter(line -> !line.startsWith(PROMPT)).toList();
    }

    /// The first group of the first place that looks like this.
    ///
    /// @throws ChapterException when no place does
    public String find(String regex) {
        var found = Pattern.compile(regex, Pattern.MULTILINE).matcher(String.join("\n", lines));
        if (!found.find() || found.groupCount() != 1) {
            throw new ChapterException(
                    "the captured output has nothing like \"%s\" with one group".formatted(regex));
        }
        return found.group(1);
    }

    static String shown(String command) {
        return PROMPT + command;
    }

    private static String head(List<String> all, String word) {
        var start = "# " + word + " ";
        return all.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst()
                .orElse("");
    }
}
