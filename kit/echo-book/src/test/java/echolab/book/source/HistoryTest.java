package echolab.book.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import echolab.book.source.History.Since;
import echolab.process.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whether code has changed since a commit, asked of a small repository that this test makes.
@DisplayName("History")
final class HistoryTest {

    @TempDir private Path root;
    private String measured;

    @BeforeEach
    void commit() throws IOException {
        assumeTrue(Programs.onPath("git"), "no git; install the package git");
        write("int a = 1;\n");
        git("init", "-q");
        git("add", ".");
        git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "Begin");
        measured = git("rev-parse", "HEAD");
    }

    @Test
    void code_that_is_what_it_was_has_not_changed() {
        assertThat(since(measured)).isEqualTo(Since.UNCHANGED);
    }

    @Test
    void a_new_tag_or_comment_does_not_change_what_was_measured() throws IOException {
        write("// tag::a[]\n    /// Why there is an a.\nint a = 1;\n\n// end::a[]\n");

        assertThat(since(measured)).isEqualTo(Since.UNCHANGED);
    }

    @Test
    void a_line_of_code_does() throws IOException {
        write("int a = 1 / 1;\n");

        assertThat(since(measured)).isEqualTo(Since.CHANGED);
    }

    @Test
    void of_a_commit_that_is_not_there_nothing_is_known() {
        assertThat(since("0123456789abcdef0123456789abcdef01234567")).isEqualTo(Since.UNKNOWN);
    }

    @Test
    void of_a_clone_without_history_nothing_is_said_for_each_commit(@TempDir Path clones)
            throws IOException {
        assertThat(new History(root).isShallow()).isFalse();
        write("int a = 2;\n");
        git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-a", "-m", "Go on");
        var clone = clones.resolve("shallow");
        git("clone", "-q", "--depth", "1", "file://" + root, clone.toString());

        var history = new History(clone);
        assertThat(history.isShallow()).isTrue();
        assertThat(history.since(measured, List.of("src"))).isEqualTo(Since.UNCHANGED);
    }

    private Since since(String commit) {
        return new History(root).since(commit, List.of("src"));
    }

    private void write(String code) throws IOException {
        Files.createDirectories(root.resolve("src"));
        Files.writeString(root.resolve("src/A.java"), code);
    }

    private String git(String... arguments) throws IOException {
        var words = new ArrayList<>(List.of("git"));
        words.addAll(List.of(arguments));
        var builder = new ProcessBuilder(words).directory(root.toFile()).redirectErrorStream(true);
        // started by a hook, it would commit into the repository of the hook
        builder.environment().keySet().removeIf(name -> name.matches("GIT_(?!CONFIG).*"));
        var git = builder.start();
        return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
