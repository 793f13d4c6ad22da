package echolab.book.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Commands of a chapter")
@Timeout(300)
final class ShellTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir private Path folder;

    @Test
    void run_one_after_the_other_in_one_shell_and_tell_how_they_ended() throws IOException {
        try (var shell = new Shell(folder, 1234, LIMIT)) {
            assertThat(shell.run("who=reader").lines()).isEmpty();
            assertThat(shell.run("echo \"hello $who\"; echo wrong >&2").lines())
                    .containsExactly("hello reader", "wrong");
            assertThat(shell.run("printf 'no new line'").lines()).containsExactly("no new line");
            assertThat(shell.run("false").code()).isEqualTo(1);
            assertThat(shell.run("cat").lines()).as("a program that reads its input").isEmpty();
        }
    }

    @Test
    void get_a_free_port_and_show_the_one_of_the_book() throws IOException {
        try (var shell = new Shell(folder, 4711, LIMIT)) {
            assertThat(shell.run("echo 127.0.0.1:8888 | tee port").lines())
                    .containsExactly("127.0.0.1:8888");
        }
        assertThat(folder.resolve("port")).hasContent("127.0.0.1:4711");
    }

    @Test
    void in_the_background_are_waited_for_until_their_first_line_and_ended_with_the_shell()
            throws IOException {
        Shell.Said said;
        try (var shell = new Shell(folder, 1234, LIMIT)) {
            said = shell.run("(sleep 0.2; echo ready; exec sleep 1000) & job=$!");
            shell.run("echo $job > pid");
        }
        assertThat(said.lines()).containsExactly("ready");
        var pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive))
                .as("the job after the shell was closed")
                .isEmpty();
    }

    @Test
    void that_never_end_are_given_up() throws IOException {
        try (var shell = new Shell(folder, 1234, Duration.ofMillis(300))) {
            assertThatThrownBy(() -> shell.run("sleep 1000"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("there was no end of: sleep 1000");
        }
    }
}
