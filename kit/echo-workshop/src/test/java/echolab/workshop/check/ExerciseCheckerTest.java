package echolab.workshop.check;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.workshop.folder.Workspace;
import echolab.workshop.run.TestResult.Outcome;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

/// Does a check come to an end, whatever the code does? With a step of one method, made for this test.
@DisplayName("A check")
@Timeout(3600)
@Tag("stress")
final class ExerciseCheckerTest {

    @TempDir private Path root;
    private LittleCourse little;

    @BeforeEach
    void writeCourse() throws IOException {
        little = new LittleCourse(root);
    }

    @Test
    void of_code_that_never_ends_ends_it_and_says_where_it_was() throws IOException {
        little.body("while (true) java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);");

        try (var checker = new ExerciseChecker(little.course)) {
            var result = checker.check(little.exercise()).results().getFirst();

            assertThat(result.outcome()).isEqualTo(Outcome.HUNG);
            assertThat(result.message()).contains("did not end within 20 s");
            assertThat(result.places()).first().asString().startsWith("One.java:");

            little.body("return 1;");
            assertThat(checker.check(little.exercise()).isSolved())
                    .as("the next check has a JVM again")
                    .isTrue();
        }
    }

    @Test
    void finds_the_JVM_warm_that_another_has_used() throws IOException {
        little.body("System.out.print(ProcessHandle.current().pid()); return 1;");

        var printed = new HashSet<String>();
        for (var time = 0; time < 2; time++) {
            try (var checker = new ExerciseChecker(little.course)) {
                printed.add(checker.check(little.exercise()).results().getFirst().printed());
            }
        }
        assertThat(printed).as("process ids").hasSize(1).doesNotContain("");
    }

    /// It would take the CPU from what is checked next, and for as long as somebody watches. On a busy machine one check may find that
    /// it had none.
    @Test
    void of_code_that_leaves_a_thread_that_never_rests_ends_its_JVM() throws IOException {
        little.body(
                """
                System.out.print(ProcessHandle.current().pid());
                Thread.ofPlatform().daemon().start(() -> { while (true) {} });
                return 1;\
                """);

        var printed = new HashSet<String>();
        try (var checker = new ExerciseChecker(little.course)) {
            for (var time = 0; time < 10 && printed.size() < 2; time++) {
                var result = checker.check(little.exercise()).results().getFirst();
                assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
                printed.add(result.printed());
            }
        }
        assertThat(printed).as("process ids").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.exit(0); return 1;",
                // passes the first test, and ends the JVM in the second
                "if (System.setProperty(\"called\", \"yes\") != null) System.exit(0); return 1;",
            })
    void of_code_that_ends_the_JVM_says_so_and_proves_nothing(String code) throws IOException {
        little.body(code);

        try (var checker = new ExerciseChecker(little.course)) {
            var checked = checker.check(little.exercise());

            assertThat(checked.isSolved()).isFalse();
            assertThat(checked.results().getLast().message())
                    .contains("ended with exit code 0", "System.exit");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "return one();, java.lang.StackOverflowError",
        "throw null;, java.lang.NullPointerException",
        "try { return System.in.read(); } catch (java.io.IOException e) { return 7; }, expected: <1> but was: <-1>",
        "try { new java.net.ServerSocket(PORT); return 1; } catch (java.io.IOException e) { throw new IllegalStateException(e); }, Address already in use",
        "for (int i = 0; i < 1_000_000; i++) System.out.println(i); return 2;, expected: <1> but was: <2>",
    })
    void of_code_that_fails_says_what_it_saw(String code, String said) throws IOException {
        try (var taken = new ServerSocket(0);
                var checker = new ExerciseChecker(little.course)) {
            little.body(code.replace("PORT", String.valueOf(taken.getLocalPort())));

            var text = text(checker.check(little.exercise()));

            assertThat(text.replaceAll("\\s+", " "))
                    .contains("✘ one is one", said, "look at")
                    .doesNotContain("\tat ");
            assertThat(text.lines()).hasSizeLessThan(40);
        }
    }

    @Test
    void of_a_thread_that_failed_says_where() throws IOException {
        little.body(
                """
                var thread = new Thread(() -> { throw new IllegalStateException("mine"); }, "helper");
                thread.start();
                try { thread.join(); } catch (InterruptedException e) {}
                return 2;
                """);

        try (var checker = new ExerciseChecker(little.course)) {
            assertThat(text(checker.check(little.exercise())).replaceAll("\\s+", " "))
                    .contains(
                            "the thread helper ended with java.lang.IllegalStateException: mine at One.java:5");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    java.util.concurrent.CompletableFuture.runAsync(() -> { while (true) java.util.concurrent.locks.LockSupport.park(); }) | java.util.concurrent.CompletableFuture.runAsync(() -> one.complete(1))
                    Thread.startVirtualThread(() -> { while (true) Thread.onSpinWait(); }) | Thread.startVirtualThread(() -> one.complete(1))
                    """)
    void is_not_in_the_way_of_the_next_version_of_the_code(String stays, String next)
            throws IOException {
        little.body("for (int i = 0; i < 64; i++) { " + stays + "; } return 2;");

        try (var checker = new ExerciseChecker(little.course)) {
            assertThat(checker.check(little.exercise()).isSolved()).isFalse();

            little.body(
                    """
                    var one = new java.util.concurrent.CompletableFuture<Integer>();
                    %s;
                    try { return one.get(10, java.util.concurrent.TimeUnit.SECONDS); }
                    catch (Exception e) { throw new IllegalStateException(e); }
                    """
                            .formatted(next));
            var checked = checker.check(little.exercise());
            assertThat(checked.isSolved()).as("%s", checked.results()).isTrue();
        }
    }

    /// JUnit makes the object of a test before it says that the test begins.
    @Test
    void finds_a_todo_that_is_reached_while_the_object_of_a_test_is_made() throws IOException {
        little.test(
                """
                private final int made = made();
                private static int made() {
                    try { return One.one(); }
                    catch (Throwable e) { throw new AssertionError("what it needs is broken", e); }
                }
                """);

        try (var checker = new ExerciseChecker(little.course)) {
            assertThat(checker.check(little.exercise()).results())
                    .hasSize(2)
                    .allSatisfy(result -> assertThat(result.outcome()).isEqualTo(Outcome.TODO));
        }
    }

    @Test
    void shows_what_the_code_printed_beside_the_test_that_failed() throws IOException {
        little.body("System.out.println(\"I was here\"); return 2;");

        try (var checker = new ExerciseChecker(little.course)) {
            var checked = checker.check(little.exercise());

            assertThat(text(checked))
                    .contains("✘ one is one", "expected: <1> but was: <2>", "printed   I was here");
        }
    }

    @Test
    void of_code_whose_tags_are_gone_still_works() throws IOException {
        little.file("package echolab.one; class One { static int one() { return 1; } }");

        try (var checker = new ExerciseChecker(little.course)) {
            assertThat(checker.check(little.exercise()).isSolved()).isTrue();
        }
    }

    @Test
    void of_code_with_the_line_ends_of_another_system_works() throws IOException {
        little.file(
                "package echolab.one;\r\nclass One {\r\n static int one() {\r\n return 1; }\r\n}\r\n");

        try (var checker = new ExerciseChecker(little.course)) {
            assertThat(checker.check(little.exercise()).isSolved()).isTrue();
        }
    }

    @Test
    void of_a_file_in_another_encoding_names_the_line() throws IOException {
        little.latin1(
                "package echolab.one;\n// schön\nclass One { static int one() { return 1; } }");

        try (var checker = new ExerciseChecker(little.course)) {
            assertThat(text(checker.check(little.exercise())))
                    .contains("1.1 One", "One.java:2", "save the file in UTF-8");
        }
    }

    @Test
    void of_a_file_that_is_gone_says_what_brings_it_back() throws IOException {
        little.delete();

        try (var checker = new ExerciseChecker(little.course)) {
            assertThat(text(checker.check(little.exercise())))
                    .contains("One.java\n", "this file is gone: ./lab start 01 writes it again");
        }
        assertThat(new Workspace(little.course, "step01-one").completeAgain())
                .containsExactly(Path.of("src/main/java/echolab/one/One.java"));
    }

    @Test
    void that_was_ended_by_Ctrl_C_leaves_nothing_for_ever() throws Exception {
        var gone = new ProcessBuilder("true").start();
        gone.waitFor();
        var left =
                Files.createDirectories(
                        root.resolve("workshop/.check").resolve(gone.pid() + "/step01-one"));

        new ExerciseChecker(little.course).close();

        assertThat(left.getParent()).doesNotExist();
    }

    private String text(Checked checked) {
        return String.join("\n", CheckText.of(checked, little.course, Ansi.OFF, 78));
    }
}
