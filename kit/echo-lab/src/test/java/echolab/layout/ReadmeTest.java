package echolab.layout;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.bench.report.TerminalReport;
import echolab.bench.result.Saved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

/// Does the README show the code as it is?
@DisplayName("The README")
final class ReadmeTest {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    /// A link to a result, and what a terminal shows of it.
    private static final Pattern SAMPLE =
            Pattern.compile(
                    "\\]\\((docs/results/\\S+\\.json)\\).*?\n```\n(.*?)```", Pattern.DOTALL);

    /// What is said of a load begins with such a line.
    private static final Pattern LOAD =
            Pattern.compile("^[\\d,]+ connections, ", Pattern.MULTILINE);

    /// A link to a file of ours, a colon, and an excerpt.
    private static final Pattern EXCERPT =
            Pattern.compile("\\]\\((step\\S+\\.java)\\)\\):\n\n```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void shows_the_loop_of_two_steps_on_its_first_screen_as_they_are() throws IOException {
        var readme = Files.readString(PROJECT.resolve("README.md"));
        var excerpts = EXCERPT.matcher(readme).results().toList();

        assertThat(excerpts).extracting(it -> it.group(1)).hasSize(2).doesNotHaveDuplicates();
        for (var excerpt : excerpts) {
            var code = Files.readString(PROJECT.resolve(excerpt.group(1)));
            assertThat(words(code)).containsSequence(words(excerpt.group(2)));
        }
        var shown = readme.substring(0, excerpts.getLast().end()).lines().toList();
        assertThat(shown).as("the first screen").hasSizeLessThan(40);
        assertThat(excerpts.stream().mapToLong(it -> it.group(2).lines().count()).sum())
                .as("lines of code")
                .isLessThanOrEqualTo(15);
    }

    @Test
    void shows_a_report_as_it_is_made_of_the_result_that_it_names() throws IOException {
        var readme = Files.readString(PROJECT.resolve("README.md"));
        var sample = SAMPLE.matcher(readme).results().findFirst().orElseThrow();
        var result = Saved.read(PROJECT.resolve(sample.group(1))).result();
        var printed = lastLoad(new TerminalReport(Ansi.OFF).render(result));
        var mended =
                readme.substring(0, sample.start(2)) + printed + readme.substring(sample.end(2));
        var kept = Files.writeString(Path.of("target", "README.md"), mended).toAbsolutePath();

        assertThat(printed.split("\n\n")).hasSizeGreaterThan(3);
        assertThat(sample.group(2))
                .as(
                        "what README.md shows of %s. When the report is meant to look otherwise now: cp %s %s",
                        sample.group(1), PROJECT.relativize(kept), PROJECT.resolve("README.md"))
                .isEqualTo(printed);
    }

    /// Of a report, what is said of its last load, and of the machine.
    private static String lastLoad(String report) {
        var load = LOAD.matcher(report).results().toList().getLast().start();
        var machine = report.stripTrailing().lastIndexOf("\n\n");
        return report.substring(load, machine).split("\n\n\n")[0].stripTrailing()
                + report.substring(machine).stripTrailing()
                + "\n";
    }

    /// An excerpt begins at another column than the file.
    private static List<String> words(String code) {
        return List.of(code.strip().split("\\s+"));
    }
}
