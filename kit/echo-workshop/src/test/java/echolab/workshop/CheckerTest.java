package echolab.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.workshop.run.TestResult.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/// Does a check come to an end, whatever the code does? With a step of one method, made for this test.
@DisplayName("A check")
@Timeout(60)
final class CheckerTest {

    @TempDir private Path root;
    private LittleCourse little;

    @BeforeEach
    void writeCourse() throws IOException {
        little = new LittleCourse(root);
    }

    @Test
    void of_code_that_never_ends_ends_it_and_says_where_it_was() throws IOException {
        little.body("while (true) {}");

        try (var checker = new Checker(little.course)) {
            var begun = System.nanoTime();
            var result = checker.check(little.exercise()).results().getFirst();

            assertThat(result.outcome()).isEqualTo(Outcome.HUNG);
            assertThat(result.message()).contains("did not end within 8 s");
            assertThat(result.places()).first().asString().startsWith("One.java:");
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(25));

            little.body("return 1;");
            assertThat(checker.check(little.exercise()).isSolved())
                    .as("the next check has a JVM again")
                    .isTrue();
        }
    }

    @Test
    void of_code_that_ends_the_JVM_says_that_no_test_came_to_an_end() throws IOException {
        little.body("System.exit(0); return 1;");

        try (var checker = new Checker(little.course)) {
            var checked = checker.check(little.exercise());

            assertThat(checked.isSolved()).isFalse();
            assertThat(checked.results().getFirst().message())
                    .contains("no test of it came to an end");
        }
    }

    @Test
    void shows_what_the_code_printed_beside_the_test_that_failed() throws IOException {
        little.body("System.out.println(\"I was here\"); return 2;");

        try (var checker = new Checker(little.course)) {
            var checked = checker.check(little.exercise());

            assertThat(String.join("\n", CheckText.of(checked, little.course, Ansi.OFF, 78)))
                    .contains("✘ one is one", "expected: <1> but was: <2>", "printed   I was here");
        }
    }

    @Test
    void of_code_whose_tags_are_gone_still_works() throws IOException {
        little.file("package echolab.one; class One { static int one() { return 1; } }");

        try (var checker = new Checker(little.course)) {
            assertThat(checker.check(little.exercise()).isSolved()).isTrue();
        }
    }
}
