package echolab.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import echolab.process.Programs;
import echolab.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// When is a peer built, and what is said when it can't be?
@Timeout(300)
class BuildTest {

    private static final Tool COPY = Tool.of("cp", "echo.py", "made");

    @TempDir private Path folder;

    @Test
    void a_peer_is_built_once_and_again_when_its_command_has_changed_or_its_product_is_gone()
            throws IOException {
        var made = build(COPY).in(options());
        assertThat(made).hasContent(Files.readString(folder.resolve("peer/echo.py")));

        Files.writeString(made, "left alone");
        assertThat(build(COPY).in(options())).hasContent("left alone");

        build(Tool.of("cp", "-p", "echo.py", "made")).in(options());
        assertThat(made).content().contains("asyncio");

        Files.delete(made);
        build(COPY).in(options());
        assertThat(made).content().contains("asyncio");
    }

    @Test
    void a_peer_is_built_again_when_its_source_has_changed() throws IOException {
        var made = build(COPY).in(options());
        Files.writeString(made, "of an older source");
        var recipe = folder.resolve("peer/built-from.txt");
        Files.writeString(recipe, Files.readString(recipe).replace("asyncio", "sockets"));

        build(COPY).in(options());
        assertThat(made).content().contains("asyncio");
    }

    @Test
    void a_build_that_failed_is_tried_again() throws IOException {
        assertThatThrownBy(() -> build(Tool.of("false")).in(options()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot build the peer peer")
                .hasMessageContaining("false");
        assertThat(build(COPY).in(options())).exists();
    }

    @Test
    @DisplayName("what the compiler says is in the message when a peer can't be built")
    void compiler_error() {
        assumeTrue(Programs.onPath("gcc"), "no gcc; install the package gcc");
        var build =
                new Build(
                        "broken",
                        List.of("echo.py"),
                        Tool.of("gcc", "-O3", "-x", "c", "echo.py"),
                        "a.out");

        assertThatThrownBy(() -> build.in(options()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot build the peer broken")
                .hasMessageContaining("gcc -O3")
                .hasMessageContaining("echo.py:1:")
                .hasMessageContaining("error");
    }

    @Test
    @DisplayName("a file where the peer's folder belongs is named")
    void file_in_the_way() throws IOException {
        Files.writeString(folder.resolve("peer"), "a program of an older clone");

        assertThatThrownBy(() -> build(COPY).in(options()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(
                        "cannot build the peer peer: its folder " + folder.resolve("peer"))
                .hasMessageContaining("FileAlreadyExists")
                .hasMessageContaining("can go");
    }

    @Test
    void a_compiler_that_is_not_there_is_a_sentence_not_a_stack_trace() {
        assertThatThrownBy(() -> build(Tool.of("no-such-compiler")).in(options()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no-such-compiler");
    }

    private BuildOptions options() {
        return new BuildOptions(folder, List.of(), _ -> {});
    }

    private static Build build(Tool command) {
        return new Build("peer", List.of("echo.py"), command, "made");
    }
}
