package echolab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.bench.run.Target;
import echolab.cli.measure.OwnServer;
import echolab.process.ServerProcess;
import echolab.workshop.folder.Workspace;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What does a participant read who types these commands? In a clone of its own, which has step 01 only.
@DisplayName("The commands of the workshop")
@Timeout(3600)
@Tag("stress")
final class WorkshopCommandsTest extends WorkshopOfStep01 {

    @Test
    void start_says_what_to_open_and_what_to_do() throws IOException {
        assertThat(participant.types("start")).isZero();

        assertThat(participant.out())
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
        participant.types("start");
        Files.writeString(root.resolve(CONNECTION), "// mine");

        assertThat(participant.types("start", "1")).isZero();
        assertThat(root.resolve(CONNECTION)).hasContent("// mine");
        assertThat(participant.out()).contains("left as it is");

        assertThat(participant.types("start", "--reset")).isZero();
        assertThat(root.resolve(CONNECTION)).content().contains("throw Todo.exercise");
        assertThat(copiesOfMine()).isEqualTo(1);
    }

    @Test
    void start_writes_again_what_is_gone_and_leaves_the_rest() throws IOException {
        participant.types("start");
        Files.writeString(root.resolve(CONNECTION), "// mine");
        var pom = root.resolve("workshop/step01-blocking/pom.xml");
        Files.delete(pom);

        assertThat(participant.types("start")).isZero();

        assertThat(participant.out()).contains("are there again:", "pom.xml");
        assertThat(pom).exists();
        assertThat(root.resolve(CONNECTION)).hasContent("// mine");
    }

    @Test
    void lines_fit_a_terminal_of_80_columns() {
        participant.types("start");
        participant.types("task", "1.2");
        participant.types("check", "1.2");
        participant.types("hint", "1.3");
        participant.types("progress");

        assertThat(participant.out().lines()).allMatch(line -> line.length() <= 80, "80 columns");
    }

    @Test
    void the_task_is_shown_at_once_hints_one_by_one_and_the_solution_on_request() {
        participant.types("start");

        participant.types("task", "1.1");
        assertThat(participant.out()).contains("1.1", "10 minutes", "Connection.echo()");

        participant.types("hint", "1.1");
        participant.types("hint", "1.1");
        assertThat(participant.out())
                .contains("Hint 1 of 3", "Hint 2 of 3")
                .doesNotContain("Hint 3");

        assertThat(participant.types("solution", "1.1")).isEqualTo(1);
        assertThat(participant.out()).contains("not solved yet", "--yes");
        assertThat(participant.types("solution", "1.1", "--yes")).isZero();
        assertThat(participant.out()).contains("+        try (socket) {");
    }

    @Test
    void hint_and_task_find_the_first_exercise_that_is_not_solved() {
        participant.types("jump", "1.2");
        participant.reads();

        assertThat(participant.types("task")).isZero();
        assertThat(participant.reads()).startsWith("1.2 Accept everyone (level 1 of 3");
        assertThat(participant.types("hint")).isZero();
        assertThat(participant.reads()).startsWith("1.2 Accept everyone").contains("Hint 1 of 3");
    }

    @Test
    void a_hint_that_was_shown_is_shown_again_and_no_other() {
        participant.types("start");
        participant.types("hint", "1.1");
        participant.types("hint", "1.1");
        participant.reads();

        assertThat(participant.types("hint", "1.1", "1")).isZero();
        assertThat(participant.reads()).startsWith("Hint 1 of 3");
        assertThat(participant.types("hint", "1.1", "3")).isEqualTo(2);
        assertThat(participant.reads())
                .contains("of the hints to 1.1 you have seen those up to 2: ./lab hint 1.1");
        assertThat(participant.types("hint", "1.1")).isZero();
        assertThat(participant.reads()).as("looking back is no step down").startsWith("Hint 3");
    }

    @Test
    void jump_solves_what_lies_before_and_leaves_the_rest() {
        assertThat(participant.types("jump", "1.3")).isZero();

        participant.types("progress");
        assertThat(participant.out()).contains("✔ 1.1", "✔ 1.2", "· 1.3", "2 of 4 solved");
    }

    @Test
    void your_own_server_is_measured_beside_the_steps_once_it_is_whole() throws IOException {
        participant.types("jump", "1.3");
        assertThat(participant.types("bench", "--workshop")).isEqualTo(1);
        assertThat(participant.err()).contains("exercise 1.3 is not solved yet");

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
        var exercise =
                participant.course.exercises().stream()
                        .filter(known -> known.number().toString().equals(number))
                        .findFirst()
                        .orElseThrow();
        new Workspace(participant.course, exercise.step()).solve(exercise);
    }

    private long copiesOfMine() throws IOException {
        try (var paths = Files.walk(root.resolve("workshop/backup"))) {
            return paths.filter(path -> path.endsWith("Connection.java"))
                    .filter(path -> path.toFile().length() == "// mine".length())
                    .count();
        }
    }
}
