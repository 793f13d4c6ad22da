package echolab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import echolab.process.ChildProgram;
import echolab.process.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
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
import org.junit.jupiter.params.provider.ValueSource;

/// Does `watch` give the terminal back, however it ends? In a pseudo terminal, which `script` makes.
@DisplayName("lab watch in a terminal")
@EnabledOnOs(value = OS.LINUX, disabledReason = "script has other options elsewhere")
@Timeout(3600)
@Tag("stress")
final class WatchTerminalTest extends WorkshopOfStep01 {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String OTHER_SCREEN = "\u001b[?1049h";
    private static final String BACK = "\u001b[?1049l";

    private final StringBuffer screen = new StringBuffer();
    private Process script;

    @BeforeEach
    void watch() throws IOException {
        assumeTrue(Programs.onPath("script"), "no script; install the package bsdutils");
        participant.types("start");
        var words = new ArrayList<>(ChildProgram.java());
        words.add("-Decholab.root=" + root);
        words.add("-cp");
        words.add(System.getProperty("java.class.path"));
        words.add("echolab.cli.Lab");
        words.add("watch");
        words.add("1.1");
        // the size that a terminal has which nobody looks at is 0
        var command = "stty rows 30 cols 90; exec '" + String.join("' '", words) + "'";
        var builder = ChildProgram.of("script", "-qefc", command, "/dev/null");
        builder.environment().put("TERM", "xterm-256color");
        script = builder.redirectErrorStream(true).start();
        Thread.ofVirtual().start(this::read);
    }

    @AfterEach
    void end() {
        if (script != null) {
            script.descendants().forEach(ProcessHandle::destroyForcibly);
            script.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "HUP", "INT"})
    void a_signal_that_ends_it_leaves_the_screen(String signal) throws Exception {
        awaitOnScreen("h helps.");
        var java = script.descendants().reduce((_, last) -> last).orElseThrow();
        ChildProgram.of("kill", "-" + signal, "" + java.pid()).start().waitFor();

        assertGivesTheTerminalBack();
    }

    @Test
    void q_ends_it_also_while_it_checks_when_other_keys_are_dropped() throws Exception {
        awaitOnScreen("checking 1.1");
        press("hhq");

        assertGivesTheTerminalBack();
        assertThat(screen).doesNotContain("Hint 1 of 3");
    }

    private void assertGivesTheTerminalBack() throws InterruptedException {
        assertThat(script.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS))
                .as("it ends; on the screen is %s", screen)
                .isTrue();
        awaitOnScreen(BACK);
        assertThat(screen.lastIndexOf(BACK)).isGreaterThan(screen.lastIndexOf(OTHER_SCREEN));
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

    private void awaitOnScreen(String text) {
        var deadline = System.nanoTime() + LIMIT.toNanos();
        while (!screen.toString().contains(text)) {
            assertThat(System.nanoTime())
                    .as("\"%s\" on the screen within %s; on it is: %s", text, LIMIT, screen)
                    .isLessThan(deadline);
            LockSupport.parkNanos(10_000_000);
        }
    }
}
