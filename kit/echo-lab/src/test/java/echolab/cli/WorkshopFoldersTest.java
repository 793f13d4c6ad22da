package echolab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Is anything of a participant lost, wherever the work is kept and whatever an editor does with it?
@DisplayName("The folder of a participant")
@Timeout(300)
@Tag("stress")
final class WorkshopFoldersTest extends WorkshopOfStep01 {

    private static final String MINE = "// my own work";

    @ParameterizedTest
    @ValueSource(strings = {"workshop/step01-blocking", "workshop/step01-blocking/src"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a link there takes a right of its own")
    void may_be_a_link_and_what_is_behind_it_is_copied_whole_before_a_change(String linked)
            throws IOException {
        participant.types("start");
        var elsewhere = root.resolve("elsewhere");
        Files.move(root.resolve(linked), elsewhere);
        Files.createSymbolicLink(root.resolve(linked), elsewhere);
        var mine = mine();
        write(mine);

        assertThat(participant.types("start", "--reset")).isZero();

        assertThat(copiedConnection()).hasContent(mine);
        assertThat(root.resolve(CONNECTION)).content().doesNotContain(MINE);
        assertThat(elsewhere).as("what the link led to").isNotEmptyDirectory();
    }

    @Test
    void has_one_exercise_handed_out_again_and_keeps_the_others() throws IOException {
        participant.types("jump", "1.3");
        var solved = Files.readString(root.resolve(CONNECTION));

        assertThat(participant.types("reset", "1.1")).isZero();

        assertThat(copiedConnection()).hasContent(solved);
        assertThat(root.resolve(CONNECTION)).content().contains("throw Todo.exercise(\"1.1\"");
        participant.types("solution", "1.1", "--yes", "--apply");
        participant.reads();
        participant.types("progress", "--json");
        var states = new ObjectMapper().readTree(participant.out());
        assertThat(states)
                .extracting(it -> it.get("exercise").asText() + " " + it.get("state").asText())
                .containsExactly("1.1 solved", "1.2 solved", "1.3 untouched", "1.4 untouched");
        participant.types("reset", "1.3");
        assertThat(participant.out()).contains("is as it was handed out");
    }

    @Test
    void is_left_alone_by_jump_when_it_does_not_compile() throws IOException {
        participant.types("start");
        var spoilt = mine() + "thorw";
        write(spoilt);

        assertThat(participant.types("jump", "1.3")).isEqualTo(1);

        assertThat(participant.err())
                .contains("step01-blocking does not compile", "nothing was changed", CONNECTION)
                .doesNotContain("\tat ", "Exception");
        assertThat(root.resolve(CONNECTION)).hasContent(spoilt);
    }

    @Test
    void keeps_its_line_ends() throws IOException {
        participant.types("start");
        write(Files.readString(root.resolve(CONNECTION)).replace("\n", "\r\n"));

        assertThat(participant.types("jump", "1.2")).isZero();

        var lines = Files.readString(root.resolve(CONNECTION));
        assertThat(lines.replace("\r\n", "")).doesNotContain("\n", "throw Todo.exercise(\"1.1\"");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a link there takes a right of its own")
    void may_have_in_it_what_editors_leave_beside_a_file() throws IOException {
        participant.types("jump", "1.2");
        var beside = root.resolve(CONNECTION).getParent();
        Files.createSymbolicLink(
                beside.resolve(".#Connection.java"), Path.of("someone@host.1234:1700000000"));
        Files.write(beside.resolve("._Connection.java"), new byte[] {0, 5, 22, 7});

        assertThat(participant.types("check", "1.1")).as(participant.reads()).isZero();
    }

    @Test
    void that_has_a_file_with_a_byte_order_mark_is_told_so() throws IOException {
        participant.types("jump", "1.2");
        write("\uFEFF" + Files.readString(root.resolve(CONNECTION)));

        assertThat(participant.types("check", "1.1")).isEqualTo(1);

        assertThat(participant.out()).contains("begins with a byte order mark", "without BOM");
    }

    @Test
    void is_held_against_the_contract_once_there_is_a_whole_server() throws IOException {
        participant.types("jump", "1.3");
        assertThat(participant.types("contract", "--workshop=01", "--case", "FIN")).isEqualTo(1);
        assertThat(participant.err()).contains("exercise 1.3 is not solved yet");

        assertThat(participant.types("solution", "1.3", "--yes", "--apply")).isZero();
        participant.reads();
        var right = Files.readString(root.resolve(CONNECTION));
        assertThat(participant.types("contract", "--workshop=01", "--case", "FIN"))
                .as(participant.out())
                .isZero();
        write(right.replace("write(buffer, 0, count)", "write(buffer, 0, count - 1)"));
        assertThat(participant.types("contract", "--workshop=01", "--case", "FIN"))
                .as("their server, and not ours")
                .isEqualTo(1);
    }

    private String mine() throws IOException {
        return Files.readString(root.resolve(CONNECTION)) + MINE + "\n";
    }

    private void write(String text) throws IOException {
        Files.writeString(root.resolve(CONNECTION), text);
    }

    private Path copiedConnection() throws IOException {
        try (var files = Files.walk(root.resolve("workshop/backup"))) {
            return files.filter(file -> file.endsWith("Connection.java"))
                    .reduce((one, _) -> one)
                    .orElseThrow();
        }
    }
}
