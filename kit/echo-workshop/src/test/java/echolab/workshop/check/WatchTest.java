package echolab.workshop.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Does the screen follow what is saved, and the keys that are pressed? On a terminal that is a pipe.
@DisplayName("Watching")
@Timeout(600)
@Tag("stress")
final class WatchTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir private Path root;
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final PipedOutputStream keys = new PipedOutputStream();
    private final AtomicInteger sizesAsked = new AtomicInteger();
    private LittleCourse little;
    private Terminal terminal;
    private Thread watch;

    @BeforeEach
    void start() throws IOException {
        little = new LittleCourse(root);
        terminal =
                new DumbTerminal(new PipedInputStream(keys), screen) {
                    @Override
                    public Size getSize() {
                        sizesAsked.incrementAndGet();
                        return super.getSize();
                    }
                };
        terminal.setSize(Size.of(80, 24));
        watch = Thread.ofPlatform().daemon().start(this::watch);
        awaitOnScreen("a Todo: the exercise is not solved yet");
    }

    @AfterEach
    void quit() throws Exception {
        press('q');
        assertThat(watch.join(LIMIT)).as("q ends it").isTrue();
    }

    @Test
    void checks_at_every_save() throws IOException {
        little.body("return 3;");
        awaitOnScreen("expected: <1> but was: <3>");

        little.body("return 1;");
        awaitOnScreen("1.1 is solved");
    }

    @Test
    void answers_keys() throws IOException {
        press('h');
        awaitOnScreen("Hint 1 of 3:");
        press('h');
        awaitOnScreen("Hint 2 of 3:");
        press('l');
        awaitOnScreen("0 of 1 solved");
        press('t');
        awaitOnScreen("What is one?");
        press('n');
        awaitOnScreen("1.1 is not solved yet");

        little.body("return 1;");
        awaitOnScreen("1.1 is solved");
        press('n');
        awaitOnScreen("That was the last exercise");
    }

    @Test
    void hands_the_exercise_out_again_when_it_is_told_twice() throws IOException {
        little.body("return 1;");
        awaitOnScreen("1.1 is solved");
        press('x');
        awaitOnScreen("copied to workshop/backup before");
        press('n');
        awaitOnScreen("1.1 is solved");
        press('x');
        awaitOnScreen("copied to workshop/backup before");
        press('x');
        awaitOnScreen("a Todo: the exercise is not solved yet");
    }

    @Test
    void fits_a_window_that_has_become_narrower() throws IOException {
        terminal.setSize(Size.of(50, 12));
        terminal.raise(Signal.WINCH);
        awaitOnScreen("l list  …");
    }

    /// A terminal starts a program (`stty`) each time that it is asked.
    @Test
    void asks_for_no_size_while_nothing_happens() {
        var before = sizesAsked.get();
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        assertThat(sizesAsked).hasValue(before);
    }

    @Test
    void asks_for_the_size_once_and_not_for_each_page() throws IOException {
        press('t');
        awaitOnScreen("What is one?");
        press('h');
        awaitOnScreen("Hint 1 of 3:");

        assertThat(sizesAsked).hasValue(1);
    }

    @Test
    void measures_on_the_plain_screen_and_comes_back() throws IOException {
        press('b');
        awaitOnScreen("measuring step01-one");
        press(' ');
        awaitOnScreen("a Todo: the exercise is not solved yet");
    }

    @Test
    void goes_on_when_the_file_is_gone_for_a_moment() throws IOException {
        little.delete();
        awaitOnScreen("this file is gone: ./lab start 01 writes it again");

        little.body("return 1;");
        awaitOnScreen("1.1 is solved");
    }

    private void watch() {
        try (var checker = new ExerciseChecker(little.course)) {
            new Watch(
                            little.course,
                            terminal,
                            checker,
                            step -> terminal.writer().println("measuring " + step),
                            little.exercise())
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void press(char key) throws IOException {
        keys.write(key);
        keys.flush();
    }

    /// Looks at what was written since it was asked last.
    private void awaitOnScreen(String text) {
        var deadline = System.nanoTime() + LIMIT.toNanos();
        while (!screen.toString(StandardCharsets.UTF_8).contains(text)) {
            assertThat(System.nanoTime())
                    .as("\"%s\" on the screen within %s; on it is: %s", text, LIMIT, screen)
                    .isLessThan(deadline);
            LockSupport.parkNanos(10_000_000);
        }
        screen.reset();
    }
}
