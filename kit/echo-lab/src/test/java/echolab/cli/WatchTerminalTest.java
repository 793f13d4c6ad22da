package echolab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import echolab.process.ChildProgram;
import echolab.process.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Does `watch` give the terminal back, however it ends? In a pseudo terminal, which `script` makes, with a shell that has job control, as
/// somebody who types has it.
@DisplayName("lab watch in a terminal")
@EnabledOnOs(value = OS.LINUX, disabledReason = "script has other options elsewhere")
@Timeout(3600)
@Tag("stress")
final class WatchTerminalTest extends WorkshopOfStep01 {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String OTHER_SCREEN = "\u001b[?1049h";
    private static final String BACK = "\u001b[?1049l";
    private static final String CTRL_Z = "\u001a";

    /// What stands on the screen when 1.1 was checked, and nothing is written yet.
    private static final String CHECKED = "h helps.";

    /// What the shell says between two commands, so that one sees where it is.
    private static final String PROMPT = "ready>";

    private final StringBuffer screen = new StringBuffer();
    private Process script;

    @BeforeEach
    void watch() throws Exception {
        assumeTrue(Programs.onPath("script"), "no script; install the package bsdutils");
        assumeTrue(Programs.onPath("bash"), "no bash; install the package bash");
        participant.types("start");
        var words = LabProgram.words("-Decholab.root=" + root);
        words.addAll(List.of("watch", "1.1"));
        // a build in the background ignores interrupts, one under nohup SIGHUP, and a JVM that
        // inherits that does so, too
        Files.writeString(
                root.resolve("watch.sh"),
                "exec env --default-signal=INT,QUIT,HUP,TSTP '"
                        + String.join("' '", words)
                        + "'\n");
        // the size that a terminal has which nobody looks at is 0
        var shell = "stty rows 30 cols 90; PS1='" + PROMPT + "' exec bash --norc --noprofile -i";
        var builder = ChildProgram.of("script", "-qefc", shell, "/dev/null");
        builder.environment().put("TERM", "xterm-256color");
        builder.directory(root.toFile());
        script = builder.redirectErrorStream(true).start();
        Thread.ofVirtual().start(this::read);
        awaitOnScreen(PROMPT, 0);
        types("stty -g > before");
        types("bash watch.sh; echo \"code=$?\"");
        awaitOnScreen(CHECKED, 0);
    }

    @AfterEach
    void end() {
        if (script != null) {
            script.descendants().forEach(ProcessHandle::destroyForcibly);
            script.destroyForcibly();
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "HUP, 129", "INT, 130"})
    void a_signal_that_ends_it_gives_the_terminal_back(String signal, int code) throws Exception {
        ChildProgram.of("kill", "-" + signal, "" + java().pid()).start().waitFor();

        assertGivesTheTerminalBack(code);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"q,0", "\u0003,130"},
            ignoreLeadingAndTrailingWhitespace = false)
    void a_key_that_ends_it_gives_the_terminal_back(String key, int code) throws Exception {
        press(key);

        assertGivesTheTerminalBack(code);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"q,0", "\u0003,130"},
            ignoreLeadingAndTrailingWhitespace = false)
    void a_key_that_ends_it_does_so_while_it_checks(String key, int code) throws Exception {
        press("s" + key);

        assertGivesTheTerminalBack(code);
    }

    /// The answer may come when somebody else reads, and who waited for it may put the terminal back under our feet.
    @Test
    void the_terminal_is_asked_nothing() {
        assertThat(screen.toString()).doesNotContain("$p");
    }

    @Test
    void Ctrl_Z_gives_the_terminal_back_and_fg_shows_again_what_was_there() throws Exception {
        press(CTRL_Z);
        awaitOnScreen("Stopped", screen.lastIndexOf(CHECKED));
        assertIsBack();

        var stopped = screen.length();
        types("fg; echo \"code=$?\"");
        awaitOnScreen(OTHER_SCREEN, stopped);
        awaitOnScreen(CHECKED, stopped);
        press("q");

        awaitOnScreen("code=0", stopped);
        assertIsBack();
    }

    /// All that is below the shell: the JVM that watches.
    private ProcessHandle java() {
        return script.children()
                .flatMap(ProcessHandle::children)
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("nobody watches; on the screen is " + screen));
    }

    private void assertGivesTheTerminalBack(int code) throws Exception {
        awaitOnScreen("code=" + code, screen.indexOf(CHECKED));
        assertIsBack();
    }

    /// The shell has its screen, and the terminal does what it did before.
    private void assertIsBack() throws Exception {
        assertThat(screen.lastIndexOf(BACK))
                .as("where the screen was given back; on it is: %s", screen)
                .isGreaterThan(screen.lastIndexOf(OTHER_SCREEN));
        var after = root.resolve("after");
        Files.deleteIfExists(after);
        var asked = screen.length();
        types("stty -g > after; echo asked=$?");
        awaitOnScreen("asked=0", asked);
        assertThat(after).hasSameTextualContentAs(root.resolve("before"));
    }

    private void types(String line) throws IOException {
        press(line + "\n");
    }

    private void press(String keys) throws IOException {
        script.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        script.getOutputStream().flush();
    }

    private void read() {
        try (var in = script.inputReader(StandardCharsets.UTF_8)) {
            for (var c = in.read(); c >= 0; c = in.read()) {
                screen.append((char) c);
            }
        } catch (IOException e) {
            screen.append(e);
        }
    }

    /// @param from where it is looked for: what came before does not count
    private void awaitOnScreen(String text, int from) {
        var deadline = System.nanoTime() + LIMIT.toNanos();
        while (screen.indexOf(text, from) < 0) {
            assertThat(System.nanoTime())
                    .as("\"%s\" on the screen within %s; on it is: %s", text, LIMIT, screen)
                    .isLessThan(deadline);
            LockSupport.parkNanos(10_000_000);
        }
    }
}
