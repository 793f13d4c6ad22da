package echolab.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import echolab.process.Programs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The script is held against the shells themselves.
@DisplayName("lab completion")
final class CompletionCommandTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"ben, bench", "bench --sw, --sweep", "schedule --da, --days"})
    void lets_bash_complete_commands_and_options(String typed, String completed)
            throws IOException {
        assumeTrue(Programs.onPath("bash"), "no bash; install the package bash");
        var words = ("./lab " + typed).split(" ");
        var ask =
                """
                compopt() { :; }; source "$1"; shift
                COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
                complete -p lab >/dev/null && _complete_lab
                echo "${COMPREPLY[@]}"
                """;

        assertThat(run(words, "bash", "--norc", "-c", ask)).isEqualTo(completed);
    }

    @Test
    void is_a_script_that_zsh_takes() throws IOException {
        assumeTrue(Programs.onPath("zsh"), "no zsh; install the package zsh");
        var ask =
                """
                source "$1"; whence -w _complete_lab; echo $_comps[lab]
                """;

        assertThat(run(new String[0], "zsh", "-f", "-c", ask))
                .contains("_complete_lab: function", "_bash_complete");
    }

    private String run(String[] typed, String... shell) throws IOException {
        var script = Files.writeString(folder.resolve("completion"), script());
        var words = new ArrayList<>(List.of(shell));
        words.add(shell[0]);
        words.add(script.toString());
        words.addAll(List.of(typed));
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    }

    /// Picocli numbers in the digits of the JVM's language, which `main` sets.
    private static String script() {
        var out = new StringWriter();
        var language = Locale.getDefault();
        Locale.setDefault(Locale.ROOT);
        try {
            assertThat(Lab.commandLine().setOut(new PrintWriter(out)).execute("completion"))
                    .isZero();
        } finally {
            Locale.setDefault(language);
        }
        return out.toString();
    }
}
