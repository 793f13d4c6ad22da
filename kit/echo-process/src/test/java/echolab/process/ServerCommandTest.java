package echolab.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The command of a server")
final class ServerCommandTest {

    @Test
    void of_a_step_runs_it_by_the_same_Java_with_the_flags_given() {
        var words =
                ServerCommand.ofStep(new QuietStep(), List.of("-Xmx64m"), "--grace", "0").words();

        assertThat(words.getFirst()).startsWith(System.getProperty("java.home"));
        assertThat(words).containsSubsequence("-Xmx64m", "-cp", QuietStep.class.getName());
        assertThat(words).endsWith("--port", "0", "--grace", "0");
    }

    @Test
    void of_a_step_has_only_its_own_code_and_what_it_may_use_on_the_classpath() {
        var words = ServerCommand.ofStep(new QuietStep(), List.of()).words();

        assertThat(words.get(words.indexOf("-cp") + 1))
                .contains("picocli")
                .doesNotContain("junit", "assertj");
    }

    @Test
    void of_a_program_has_a_port_in_place_of_each_mark() {
        var command = ServerCommand.ofProgram("mine", List.of("serve", "--at=:{port}", "{port}"));

        assertThat(command.wordsFor(4711)).containsExactly("serve", "--at=:4711", "4711");
    }

    @Test
    void that_does_not_say_where_its_port_goes_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerCommand.ofProgram("mine", List.of("serve", "8888")))
                .withMessageContaining("write {port} in it");
    }

    @Test
    void without_a_word_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ServerCommand("mine", List.of(), new ServerCommand.Ready.Prints()))
                .withMessageContaining("the command of mine is empty");
    }

    @Test
    void under_another_program_is_that_program_s_arguments() {
        var command = new ServerCommand("mine", List.of("serve"), new ServerCommand.Ready.Prints());

        assertThat(command.under(List.of("taskset", "-c", "0")).words())
                .containsExactly("taskset", "-c", "0", "serve");
    }
}
