package echolab.book.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import echolab.book.ChapterException;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A chapter that is typed")
@Timeout(300)
final class TypedTest {

    @TempDir private Path folder;

    @Test
    void runs_its_blocks_in_order_and_the_slow_ones_only_when_asked() throws IOException {
        var chapter =
                chapter(
                        """
                        [run,first]
                        ----
                        echo one
                        ----

                        [run%slow%varies,second]
                        ----
                        echo two
                        ----
                        """);

        assertThat(Typed.type(folder, chapter, true).values())
                .containsExactly(List.of("$ echo one", "one"), List.of("$ echo two", "two"));
        var quick = Typed.type(folder, chapter, false);
        assertThat(quick.keySet()).extracting(RunBlock::name).containsExactly("first");
    }

    @Test
    void with_a_command_that_fails_says_where_it_stands() throws IOException {
        var chapter = chapter("Text.\n\n[run,fails]\n----\necho why; false\n----\n");

        assertThatThrownBy(() -> Typed.type(folder, chapter, true))
                .hasMessageContaining("01-test.adoc:3: this command ended with code 1")
                .hasMessageEndingWith("why");
    }

    /// Between two of its servers the port is nobody's. Who asks for any port is refused this one as `other` is.
    @Test
    @EnabledOnOs(OS.LINUX)
    void keeps_its_port_for_its_own_servers() throws IOException {
        try (var port = Typed.reserved();
                var other = new ServerSocket();
                var server = new ServerSocket()) {
            other.setReuseAddress(false);
            server.setReuseAddress(true);

            assertThatIOException().isThrownBy(() -> other.bind(port.getLocalSocketAddress()));
            server.bind(port.getLocalSocketAddress());
        }
    }

    @Test
    void on_a_busy_machine_shows_nothing_of_a_slow_task() throws IOException {
        var chapter =
                chapter(
                        """
                        [run,busy]
                        ----
                        echo "Nov 26, 2026 5:50:33 PM echolab.epoll.task.SlowTaskWatch report"; echo "WARNING: task main has held the event loop for more than 100 ms, at a.B.c(B.java:80)"; echo; echo hello
                        ----
                        """);

        assertThat(Typed.type(folder, chapter, false).values().iterator().next())
                .endsWith("", "hello")
                .hasSize(3);
    }

    /// A server in the background prints one line while one command runs, and the other while the next does.
    @Test
    void on_a_busy_machine_shows_neither_line_of_it_when_a_command_ends_between_them()
            throws IOException {
        var chapter =
                chapter(
                        """
                        [run,busy]
                        ----
                        echo "Nov 27, 2026 7:56:47 PM echolab.epoll.task.SlowTaskWatch report"
                        echo "WARNING: task main has held the event loop for more than 100 ms, at a.B.c(B.java:80)"; echo hello
                        ----
                        """);

        assertThat(Typed.type(folder, chapter, false).values().iterator().next())
                .filteredOn(line -> !line.startsWith("$ "))
                .containsExactly("hello");
    }

    @Test
    void leaves_a_transcript_that_prose_can_quote() throws IOException {
        var file = Transcript.file(folder, "01-test", "count");
        new Transcript("abc", "2026-11-24", "a machine", List.of("$ count", "7 threads"))
                .write(file);

        var read = Transcript.read(folder, "01-test", "count");

        assertThat(read.commands()).containsExactly("count");
        assertThat(read.find("(\\d+) threads")).isEqualTo("7");
        assertThatThrownBy(() -> read.find("(\\d+) fish")).isInstanceOf(ChapterException.class);
    }

    private Path chapter(String text) throws IOException {
        return Files.writeString(folder.resolve("01-test.adoc"), text);
    }
}
