package echolab.book.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The commands that a chapter shows, as they stand in its file:
///
/// ```
/// [run,hello]
/// ----
/// ./lab serve step01 &
/// printf 'hello\n' | nc -N 127.0.0.1 8888
/// ----
/// ```
///
/// @param name of the block, and of the file that its output is kept in
/// @param line of the chapter where it begins
/// @param slow whether only `./lab book --capture` runs it, not every build
/// @param varies whether its output differs from run to run
/// @param commands in their order
public record RunBlock(String name, int line, boolean slow, boolean varies, List<String> commands) {

    private static final Pattern HEAD =
            Pattern.compile("\\[run((?:%\\w+)*),([\\w-]+)((?:,[^\\]]*)?)\\]");
    private static final String FENCE = "----";
    private static final Pattern DRAWS = Pattern.compile(" --svg (\\S+\\.svg)");

    /// All of a chapter, in the order in which a reader types them.
    public static List<RunBlock> of(Path chapter) throws IOException {
        var lines = Files.readAllLines(chapter);
        var blocks = new ArrayList<RunBlock>();
        for (var i = 0; i + 1 < lines.size(); i++) {
            var head = HEAD.matcher(lines.get(i));
            if (head.matches() && lines.get(i + 1).equals(FENCE)) {
                var end = i + 2 + lines.subList(i + 2, lines.size()).indexOf(FENCE);
                blocks.add(
                        new RunBlock(
                                head.group(2),
                                i + 1,
                                head.group(1).contains("%slow"),
                                head.group(1).contains("%varies"),
                                List.copyOf(lines.subList(i + 2, end))));
            }
        }
        return blocks;
    }

    /// The picture that one of the commands writes, a path from the root of the clone.
    public static Optional<String> picture(List<String> commands) {
        return DRAWS.matcher(String.join("\n", commands))
                .results()
                .map(found -> found.group(1))
                .findFirst();
    }
}
