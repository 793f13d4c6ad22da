package echolab.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import echolab.process.ChildProgram;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Java says nothing when a disk is full that it prints to: `./lab report --json - >file` would seem to have done it.
@DisplayName("What a command prints")
@EnabledOnOs(value = OS.LINUX, disabledReason = "other systems have no /dev/full")
final class LostOutputTest {

    @Test
    void on_a_full_disk_is_a_failure_in_a_sentence() throws Exception {
        var said = lab("\"$@\" 2>&1 >/dev/full; echo \"code=$?\"");

        assertThat(said).startsWith("lab: ").contains("could not be written").endsWith("code=1");
    }

    @Test
    void to_a_closed_output_is_a_failure_too() throws Exception {
        assertThat(lab("\"$@\" 2>&1 >&-; echo \"code=$?\"")).endsWith("code=1");
    }

    @Test
    void to_who_has_had_enough_is_none() throws Exception {
        assertThat(lab("{ \"$@\" 2>&1; echo \"code=$?\" >&2; } | :")).isEqualTo("code=0");
    }

    private static String lab(String shell) throws Exception {
        var words = new ArrayList<>(List.of("sh", "-c", shell, "sh"));
        words.addAll(LabProgram.words());
        var process = ChildProgram.of(words).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    }
}
