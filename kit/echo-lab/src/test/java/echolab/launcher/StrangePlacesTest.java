package echolab.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import echolab.launcher.Clone.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A clone may lie where nothing can be written, belong to somebody else, or have a name that Java cannot live with. Then every command either
/// works or ends with a sentence; the limit of `Clone` is there for one that waits for ever.
@DisplayName("In a strange place")
@Tag("stress")
final class StrangePlacesTest {

    private static final EnumSet<PosixFilePermission> WRITE =
            EnumSet.of(
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_WRITE);

    @TempDir private Path parent;

    @AfterEach
    void let_JUnit_delete_it() throws IOException {
        everything(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Écho: lab!", "Echo: lab", "lab!", "lab!/echo"})
    void a_name_that_no_class_path_can_hold_is_refused_in_a_sentence(String folder)
            throws IOException {
        var clone = new Clone(parent, folder);
        clone.jdk("my jvms/25", "25.0.3");

        var ended = clone.lab("bench");

        assertSentence(ended, "Java cannot run what lies in " + clone.root.toRealPath());
        assertThat(clone.mavenCalls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Écho lab", "a  b'c\"d", "$HOME #1 50% {x} [y] & co;", "-rf", "*"})
    void any_other_name_is_taken(String folder) throws IOException {
        var clone = new Clone(parent, folder);
        clone.jdk("my jvms/25", "25.0.3");

        assertThat(clone.lab("bench").code()).isZero();
        assertThat(clone.lab("bench").out()).endsWith("<bench>");
        assertThat(clone.mavenCalls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bench", "--help", "test", "book", "format", "prepare"})
    void in_a_clone_of_another_user_a_command_that_has_to_write_says_that_it_cannot(String command)
            throws IOException {
        var clone = Clone.withJdk(parent);
        assumeTrue(clone.leaveRoot(), "only root can have a clone that is somebody else's");

        assertSentence(
                clone.lab(command), "cannot write in " + clone.root.toRealPath() + "/target");
        assertThat(clone.mavenCalls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bench", "--help", "test", "book", "format", "prepare"})
    void in_a_clone_that_is_read_only_a_command_that_has_to_write_says_that_it_cannot(
            String command) throws IOException {
        var clone = Clone.withJdk(parent);
        clone.leaveRoot();
        everything(false);

        assertSentence(
                clone.lab(command), "cannot write in " + clone.root.toRealPath() + "/target");
        assertThat(clone.mavenCalls()).isEmpty();
    }

    @Test
    void what_is_built_runs_where_nothing_can_be_written() throws IOException {
        var clone = Clone.withJdk(parent);
        clone.lab("bench");
        clone.leaveRoot();
        everything(false);

        for (var command : List.of("bench", "--help", "doctor")) {
            assertThat(clone.lab(command).out()).endsWith("<" + command + ">");
        }
        assertThat(clone.mavenCalls()).hasSize(1);
    }

    @Test
    void a_lock_that_cannot_be_taken_away_ends_in_a_sentence() throws IOException {
        var clone = Clone.withJdk(parent);
        var target = Files.createDirectories(clone.root.resolve("target"));
        Files.writeString(target.resolve("build.lock"), "4711 1\n");
        clone.leaveRoot();
        everything(false);

        assertSentence(
                clone.lab("bench"), "cannot write in " + clone.root.toRealPath() + "/target");
    }

    @Test
    void a_folder_for_what_is_built_that_cannot_be_made_ends_in_a_sentence() throws IOException {
        var clone = Clone.withJdk(parent);
        Files.writeString(clone.root.resolve("target"), "a file");

        assertSentence(
                clone.lab("bench"), "cannot write in " + clone.root.toRealPath() + "/target");
    }

    @Test
    void no_symbolic_link_is_needed() throws IOException {
        var clone = Clone.withJdk(parent);
        clone.script(
                parent.resolve("bin/ln"),
                "echo 'ln: failed to create symbolic link: Operation not permitted' >&2; exit 1");

        assertThat(clone.lab("bench").code()).isZero();
        assertThat(clone.lab("test").code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bench", "test", "book"})
    void on_a_disk_that_is_full_nothing_is_begun(String command) throws IOException {
        var clone = Clone.withJdk(parent);
        kibibytesLeft(clone, 4);

        assertSentence(
                clone.lab(command),
                "the disk that holds " + clone.root.toRealPath() + " is full (4 KiB are left)");
        assertThat(clone.mavenCalls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bench", "test", "book"})
    void a_build_that_fills_the_disk_says_so(String command) throws IOException {
        var clone = Clone.withJdk(parent);
        kibibytesLeft(clone, 5000);
        clone.maven(
                """
                echo 12 >"$HOME/left"
                echo '[ERROR] No space left on device'
                exit 1
                """);

        var ended = clone.lab(command);

        assertThat(ended.code()).isEqualTo(1);
        assertThat(Stream.concat(ended.out().stream(), ended.err().stream()))
                .anyMatch(line -> line.contains(" is full (12 KiB are left): make room there"));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 255})
    void where_few_files_may_be_open_the_limit_is_named(int files) throws IOException {
        var clone = Clone.withJdk(parent);
        var limited = parent.resolve("limited");
        clone.script(limited, "ulimit -n %s\nexec '%s/lab' \"$@\"".formatted(files, clone.root));

        assertSentence(
                clone.await(clone.start(limited, "bench")),
                "a process may have %s files open here (ulimit -Hn)".formatted(files));
        assertThat(clone.mavenCalls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<&-", "</dev/null 2>&-", "<&- 2>&-"})
    void what_is_closed_is_empty_and_no_file_that_is_opened(String closed) throws IOException {
        var clone = Clone.withJdk(parent);
        clone.script(
                parent.resolve("my jvms/25/bin/java"),
                "cat && echo nothing to read\necho >&2 && echo somewhere to write");

        assertThat(redirected(clone, closed).out())
                .contains("nothing to read", "somewhere to write");
    }

    @Test
    void where_nothing_can_be_printed_nothing_is_begun() throws IOException {
        var clone = Clone.withJdk(parent);

        assertSentence(redirected(clone, ">&-"), "standard output is closed");
        assertThat(clone.mavenCalls()).isEmpty();
    }

    private Ended redirected(Clone clone, String how) throws IOException {
        var script = parent.resolve("redirected");
        clone.script(script, "exec '%s/lab' \"$@\" %s".formatted(clone.root, how));
        return clone.await(clone.start(script, "bench"));
    }

    private void kibibytesLeft(Clone clone, int left) throws IOException {
        Files.writeString(parent.resolve("left"), "%s\n".formatted(left));
        clone.script(
                parent.resolve("bin/df"),
                """
                echo 'Filesystem 1024-blocks Used Available Capacity Mounted on'
                echo "disk 9000 4000 $(cat "$HOME/left") 50% /"
                """);
    }

    private static void assertSentence(Ended ended, String beginning) {
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).singleElement().asString().startsWith("lab: " + beginning);
    }

    private boolean isOfTheClone(Path path) {
        return !Files.isSymbolicLink(path) && !path.startsWith(parent.resolve("printed"));
    }

    private void everything(boolean writable) throws IOException {
        try (var paths = Files.walk(parent)) {
            for (var path : paths.filter(this::isOfTheClone).toList()) {
                var permissions = Files.getPosixFilePermissions(path);
                if (writable) {
                    permissions.add(PosixFilePermission.OWNER_WRITE);
                } else {
                    permissions.removeAll(WRITE);
                }
                Files.setPosixFilePermissions(path, permissions);
            }
        }
    }
}
