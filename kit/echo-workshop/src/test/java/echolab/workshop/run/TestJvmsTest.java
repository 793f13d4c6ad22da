package echolab.workshop.run;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.workshop.Exercise;
import echolab.workshop.ExerciseNumber;
import echolab.workshop.run.TestResult.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The classes of an exercise's tests")
@Timeout(3600)
@Tag("stress")
final class TestJvmsTest {

    @TempDir private Path folder;

    private final TestJvms jvms = new TestJvms();

    @AfterEach
    void close() {
        jvms.close();
    }

    /// Each waits for the other: one after the other would end at its limit.
    @Test
    void run_at_once_in_JVMs_of_their_own_and_tell_in_their_order() throws IOException {
        write("OneTest", meets("one", "other"));
        write("OtherTest", meets("other", "one"));

        var results = run("OneTest", "OtherTest");

        assertThat(results)
                .allSatisfy(result ->
                        assertThat(result.outcome())
                                .as(result.toString())
                                .isEqualTo(Outcome.PASSED))
                .extracting(TestResult::test)
                .containsExactly("one meets other", "other meets one");
        assertThat(results)
                .extracting(TestResult::printed)
                .as("process ids")
                .doesNotHaveDuplicates()
                .allMatch(text -> text.matches("\\d+"));
    }

    @Test
    void are_told_of_each_even_if_one_ends_its_JVM() throws IOException {
        write("OneTest", "@Test void ends_it() { System.exit(3); }");
        write("OtherTest", "@Test void goes_on() {}");

        for (var time = 0; time < 2; time++) {
            var results = run("OneTest", "OtherTest");

            assertThat(results)
                    .extracting(TestResult::outcome)
                    .containsExactly(Outcome.FAILED, Outcome.PASSED);
            assertThat(results.getFirst().message()).contains("ended with exit code 3");
        }
    }

    @Test
    void without_a_test_are_no_proof() throws IOException {
        write("OneTest", "@Test void is_one() {}");
        write("OtherTest", "");

        var results = run("OneTest", "OtherTest");

        assertThat(results)
                .extracting(TestResult::outcome)
                .containsExactly(Outcome.PASSED, Outcome.FAILED);
        assertThat(results.getLast().message()).contains("there is no test in it");
    }

    /// What it prints, says and is called comes as it was, whatever the characters.
    @Test
    void tell_what_they_say_to_the_last_character() throws IOException {
        write(
                "OneTest",
                """
                @Test @DisplayName("a, b+c%20=ä\\t€") void says() {
                    System.out.print("1,2\\n\\0%,+ü\\u20ac");
                    throw new AssertionError("x,\\0y\\nz%2C+ 𝄞");
                }
                """);

        var result = run("OneTest").getFirst();

        assertThat(result.test()).isEqualTo("a, b+c%20=ä\t€");
        assertThat(result.printed()).isEqualTo("1,2\n\0%,+ü€");
        assertThat(result.message()).isEqualTo("x,\0y\nz%2C+ 𝄞");
    }

    private String meets(String own, String other) {
        return """
        @Test void %1$s_meets_%2$s() throws Exception {
            System.out.print(ProcessHandle.current().pid());
            Files.createFile(Path.of("%3$s", "%1$s"));
            while (!Files.exists(Path.of("%3$s", "%2$s"))) {
                Thread.sleep(1);
            }
        }
        """
                .formatted(own, other, folder);
    }

    private void write(String name, String members) throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve("test/echolab/one")).resolve(name + ".java"),
                """
                package echolab.one;
                import java.nio.file.*;
                import org.junit.jupiter.api.*;
                class %s {
                    %s
                }
                """
                        .formatted(name, members));
    }

    private List<TestResult> run(String... tests) throws IOException {
        var classes = folder.resolve("classes");
        try (var compilation = new Compilation()) {
            var problems =
                    compilation.compile(
                            folder.resolve("main"),
                            List.of(),
                            folder.resolve("test"),
                            List.of(tests),
                            classes);
            assertThat(problems).isEmpty();
        }
        return jvms.run(classes, exercise(tests));
    }

    private static Exercise exercise(String... tests) {
        return new Exercise(
                new ExerciseNumber(1, 1),
                "One",
                "step01-one",
                "src/main/java/echolab/one/One.java",
                "one",
                Optional.empty(),
                "return one",
                List.of(tests),
                1,
                1,
                Optional.empty(),
                "",
                List.of(),
                "",
                "");
    }
}
