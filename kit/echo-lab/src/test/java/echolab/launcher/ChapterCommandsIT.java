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
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
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
            var kept = Transcript.read(chapter.getParent(), Chapters.nameOf(chapter), block.name());
            if (!block.varies()) {
                assertThat(shown.getValue())
                        .as(
                                "what run block %s of %s prints; when the new output is right: ./lab book --capture %s",
                                block.name(), chapter, Chapters.nameOf(chapter))
                        .isEqualTo(kept.lines());
            }
        }
    }

    private static boolean hasCommands(Path chapter) {
        try {
            return RunBlock.of(chapter).stream().anyMatch(block -> !block.slow());
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + chapter, e);
        }
    }
}
