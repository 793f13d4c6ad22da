package echolab.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import echolab.book.Chapters;
import echolab.book.run.RunBlock;
import echolab.book.run.Transcript;
import echolab.book.run.Typed;
import echolab.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Do the commands of a chapter work when they are typed in their order, and do they print what the page says?
@DisplayName("Run it")
@Timeout(3600)
final class ChapterCommandsIT {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final List<String> PROGRAMS = List.of("bash", "nc", "ps");

    @BeforeAll
    static void everythingIsHere() {
        assumeTrue(
                Files.exists(ROOT.resolve("kit/echo-lab/target/echo-lab.jar")),
                "the command line is not packaged: ./lab test and mvn verify do that");
        for (var program : PROGRAMS) {
            assumeTrue(
                    Programs.onPath(program),
                    program + " is not installed (Debian packages bash, netcat-openbsd, procps)");
        }
    }

    static List<Path> chapters() throws IOException {
        return Chapters.files(ROOT).stream().filter(ChapterCommandsIT::hasCommands).toList();
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void prints_what_the_chapter_shows(Path chapter) throws IOException {
        for (var shown : Typed.type(ROOT, chapter, false).entrySet()) {
            var block = shown.getKey();
            var kept = Transcript.read(chapter.getParent(), block.chapter(), block.name());
            if (!block.varies()) {
                assertThat(withoutSlowTasks(shown.getValue()))
                        .as(
                                "what run block %s of %s prints; when the new output is right: ./lab book --capture %s",
                                block.name(), chapter, block.chapter())
                        .isEqualTo(kept.lines());
            }
        }
    }

    /// On a machine that is busy with other things, a JVM that starts may hold step 05's loop for long enough to be told of: by a line that says
    /// who speaks, and one that says what.
    private static List<String> withoutSlowTasks(List<String> shown) {
        var lines = new ArrayList<String>();
        for (var line : shown) {
            if (line.matches("WARNING: task .* has held the event loop for more than .*")) {
                assertThat(lines.removeLast()).endsWith("SlowTaskWatch report");
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    @Test
    void what_a_busy_machine_says_of_a_slow_task_is_not_what_a_chapter_shows() {
        var who = "Nov 26, 2026 5:50:33 PM echolab.epoll.task.SlowTaskWatch report";
        var what =
                "WARNING: task main has held the event loop for more than 100 ms, at a.B.c(B.java:80)";
        assertThat(withoutSlowTasks(List.of("$ nc", who, what, "hello")))
                .containsExactly("$ nc", "hello");
    }

    private static boolean hasCommands(Path chapter) {
        try {
            return RunBlock.of(chapter).stream().anyMatch(block -> !block.slow());
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + chapter, e);
        }
    }
}
