package echolab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.bench.Target;
import echolab.process.ServerProcess;
import echolab.workshop.Course;
import echolab.workshop.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What does a participant read who types these commands? In a clone of its own, which has step 01 only.
@DisplayName("The commands of the workshop")
@Timeout(60)
final class WorkshopCommandsTest {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static final String CONNECTION =
            "workshop/step01-blocking/src/main/java/echolab/blocking/Connection.java";

    @TempDir private Path root;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void copyStep01() throws IOException {
        System.setProperty("echolab.root", root.toString());
        copy("step01-blocking/src");
        for (var exercise : new String[] {"11", "12", "13"}) {
            try (var files =
                    Files.newDirectoryStream(PROJECT.resolve("exercises"), exercise + "-*")) {
                for (var file : files) {
                    copy(PROJECT.relativize(file).toString());
                }
            }
        }
    }

    @AfterEach
    void forgetRoot() {
        System.clearProperty("echolab.root");
    }

    @Test
    void start_says_what_to_open_and_what_to_do() throws IOException {
        assertThat(run("start")).isZero();

        assertThat(out.toString())
                .contains(
                        "workshop/step01-blocking",
                        "IDE",
                        "1.1",
                        "Connection.echo()",
                        "./lab check");
        assertThat(root.resolve(CONNECTION)).content().contains("throw Todo.exercise(\"1.1\"");
    }

    @Test
    void start_never_overwrites_and_reset_keeps_a_copy() throws IOException {
        run("start");
        Files.writeString(root.resolve(CONNECTION), "// mine");

        assertThat(run("start", "1")).isZero();
        assertThat(root.resolve(CONNECTION)).hasContent("// mine");
        assertThat(out.toString()).contains("left as it is");

        assertThat(run("start", "--reset")).isZero();
        assertThat(root.resolve(CONNECTION)).content().contains("throw Todo.exercise");
        assertThat(copiesOfMine()).isEqualTo(1);
    }

    @Test
    void a_file_that_does_not_compile_is_shown_with_the_name_of_the_exercise() throws IOException {
        run("start");
        var file = root.resolve(CONNECTION);
        Files.writeString(file, Files.readString(file).replace("throw Todo", "thorw Todo"));

        assertThat(run("check", "1.1")).isEqualTo(1);

        assertThat(out.toString())
                .contains(
                        "1.1 Echo until the end",
                        "does not compile",
                        "Connection.java:30",
                        "> thorw")
                .doesNotContain("Exception");
    }

    @Test
    void tests_that_were_edited_or_deleted_are_named_and_restored_on_request() throws IOException {
        run("start");
        var tests = root.resolve("workshop/step01-blocking/src/test/java/echolab/blocking");
        Files.delete(tests.resolve("CloseTest.java"));
        Files.writeString(
                tests.resolve("EchoUntilTheEndTest.java"), "class EchoUntilTheEndTest {}");

        assertThat(run("check")).as("an empty test proves nothing").isEqualTo(1);
        assertThat(out.toString())
                .contains("not as they were", "CloseTest.java", "EchoUntilTheEndTest.java", "Todo");

        run("check", "--restore-tests");
        assertThat(tests.resolve("CloseTest.java")).exists();
        assertThat(tests.resolve("EchoUntilTheEndTest.java")).content().contains("@Test");
    }

    @Test
    void the_task_is_shown_at_once_hints_one_by_one_and_the_solution_on_request() {
        run("start");

        run("task", "1.1");
        assertThat(out.toString()).contains("1.1", "10 minutes", "Connection.echo()");

        run("hint", "1.1");
        run("hint", "1.1");
        assertThat(out.toString()).contains("Hint 1 of 3", "Hint 2 of 3").doesNotContain("Hint 3");

        assertThat(run("solution", "1.1")).isEqualTo(1);
        assertThat(out.toString()).contains("not solved yet", "--yes");
        assertThat(run("solution", "1.1", "--yes")).isZero();
        assertThat(out.toString()).contains("+        try (socket) {");
    }

    @Test
    void jump_solves_what_lies_before_and_leaves_the_rest() {
        assertThat(run("jump", "1.3")).isZero();

        run("progress");
        assertThat(out.toString()).contains("✔ 1.1", "✔ 1.2", "· 1.3", "2 of 3 solved");
    }

    @Test
    void your_own_server_is_measured_beside_the_steps_once_it_is_whole() throws IOException {
        run("jump", "1.3");
        assertThat(run("bench", "--workshop")).isEqualTo(1);
        assertThat(err.toString()).contains("exercise 1.3 is not solved yet");

        solve("1.3");
        var both = OwnServer.besideReference("01");

        assertThat(both).extracting(Target::name).containsExactly("step01", "your step01");
        try (var server = ServerProcess.start(both.getLast().command());
                var client =
                        new Socket(server.address().getAddress(), server.address().getPort())) {
            client.getOutputStream().write(7);
            assertThat(client.getInputStream().read()).isEqualTo(7);
        }
    }

    private void solve(String number) throws IOException {
        var course = Course.read(root);
        var exercise =
                course.exercises().stream()
                        .filter(known -> known.number().toString().equals(number))
                        .findFirst()
                        .orElseThrow();
        new Workspace(course, exercise.step()).solve(exercise);
    }

    @ParameterizedTest
    @CsvSource({
        "2, check 7.7, no exercise 7.7; there are 1.1",
        "2, start 09, no step 09 with exercises; there are 01",
        "2, hint abc, no exercise abc",
        "1, check, no step is started yet",
        "1, check 1.1, step01-blocking is not started yet: ./lab start 01",
        "1, watch, watch needs a terminal",
        "1, bench --workshop, no step is started yet: ./lab start",
        "1, bench --workshop=01, step01-blocking is not started yet: ./lab start 01",
        "2, bench --workshop=09, no step 09 with exercises; there are 01",
        "2, schedule --days three, three",
        "1, solution 1.1 --yes, step01-blocking is not started yet",
    })
    void what_makes_no_sense_gets_a_sentence(int code, String command, String sentence) {
        assertThat(run(command.split(" "))).isEqualTo(code);

        assertThat(err.toString()).contains(sentence).doesNotContain("\tat ");
    }

    private long copiesOfMine() throws IOException {
        try (var paths = Files.walk(root.resolve("workshop/backup"))) {
            return paths.filter(path -> path.endsWith("Connection.java"))
                    .filter(path -> path.toFile().length() == "// mine".length())
                    .count();
        }
    }

    private void copy(String below) throws IOException {
        try (var paths = Files.walk(PROJECT.resolve(below))) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                var target = root.resolve(PROJECT.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
    }

    private int run(String... args) {
        return Lab.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
