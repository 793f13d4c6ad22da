package echolab.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import echolab.process.Programs;
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
    @DisplayName(
            "a peer is built once, and again when its command has changed or its product is gone")
    void builtWhenNeeded() throws IOException {
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
    @DisplayName("a peer is built again when its source has changed")
    void builtAfterChange() throws IOException {
        var made = build(COPY).in(options());
        Files.writeString(made, "of an older source");
        var recipe = folder.resolve("peer/built-from.txt");
        Files.writeString(recipe, Files.readString(recipe).replace("asyncio", "sockets"));

        build(COPY).in(options());
        assertThat(made).content().contains("asyncio");
    }

    @Test
    @DisplayName("a build that failed is tried again")
    void failureIsForgotten() throws IOException {
        assertThatThrownBy(() -> build(Tool.of("false")).in(options()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot build the peer peer")
                .hasMessageContaining("false");
        assertThat(build(COPY).in(options())).exists();
    }

    @Test
    @DisplayName("what the compiler says is in the message when a peer can't be built")
    void compilerError() {
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
    void fileInTheWay() throws IOException {
        Files.writeString(folder.resolve("peer"), "a program of an older clone");

        assertThatThrownBy(() -> build(COPY).in(options()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(
                        "cannot build the peer peer: its folder " + folder.resolve("peer"))
                .hasMessageContaining("FileAlreadyExists")
                .hasMessageContaining("can go");
    }

    @Test
    @DisplayName("a compiler that is not there is a sentence, not a stack trace")
    void noCompiler() {
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
