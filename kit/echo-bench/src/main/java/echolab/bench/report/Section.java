package echolab.bench.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/// What do all tables in the terminal have in common? A title, pale heads, who failed, and sentences below.
record Section(Ansi ansi) {

    /// Those of the parts that are not empty, with a line between them.
    static String of(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
    }

    String title(String text, boolean partial) {
        return ansi.string(
                "\n@|bold %s|@%s\n"
                        .formatted(text, partial ? "@|yellow,bold  (partial: interrupted)|@" : ""));
    }

    String head(String text) {
        return ansi.string("@|faint " + text + "|@") + "\n";
    }

    /// @param failures a sentence of each server that dropped out
    String failures(Stream<Optional<String>> failures) {
        return failures.flatMap(Optional::stream)
                .map(failure -> ansi.string("@|red ✘|@ ") + failure + "\n")
                .collect(Collectors.joining());
    }

    static String sentences(List<String> sentences) {
        return sentences.stream()
                .map(line -> Verdict.wrap(line) + "\n")
                .collect(Collectors.joining());
    }
}
