package echolab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The launcher")
@Tag("stress")
final class FindsJdkTest {

    private Clone clone;

    @BeforeEach
    void clone(@TempDir Path parent) throws IOException {
        clone = new Clone(parent);
    }

    @Test
    void without_a_JDK_25_says_where_it_looked_and_how_to_get_one() throws IOException {
        var other = clone.jdk("other", "17.0.15");
        clone.environment.put("JAVA_HOME", other.toString());

        var ended = clone.lab("bench");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .singleElement()
                .asString()
                .startsWith("lab: no JDK 25 was found")
                .contains("JAVA_HOME (" + other + ")", "path (none)", "my jvms", "adoptium.net");
    }

    @Test
    void takes_the_JDK_25_of_JAVA_HOME() throws IOException {
        clone.environment.put("JAVA_HOME", clone.jdk("a jdk", "25").toString());

        assertThat(clone.lab("bench").code()).isZero();
    }

    @Test
    void takes_the_JDK_25_that_a_link_on_the_path_leads_to() throws IOException {
        var java = clone.jdk("elsewhere/a jdk", "25.0.1").resolve("bin/java");
        Files.createSymbolicLink(clone.parent.resolve("bin/java"), java);

        assertThat(clone.lab("bench").code()).isZero();
    }

    @Test
    void passes_over_other_versions_and_finds_the_25_among_the_installed() throws IOException {
        clone.environment.put("JAVA_HOME", clone.jdk("other", "24.0.2").toString());
        clone.jdk("my jvms/jdk-17", "17.0.15");
        clone.jdk("my jvms/jdk-25.jdk/Contents/Home", "25.0.3");
        clone.jdk("my jvms/jdk-26", "26");

        assertThat(clone.lab("bench").code()).isZero();
    }

    @Test
    void passes_over_a_25_that_has_no_compiler() throws IOException {
        Files.delete(clone.jdk("my jvms/jre-25", "25.0.3").resolve("bin/javac"));

        assertThat(clone.lab("bench").code()).isEqualTo(1);
    }

    @Test
    void can_be_called_through_a_link_and_hands_over_every_argument_as_it_is() throws IOException {
        clone.jdk("my jvms/25", "25.0.3");
        var link = clone.parent.resolve("link to läb");
        Files.createSymbolicLink(link, Path.of("echo läb/lab"));

        var ended = clone.await(clone.start(link, "contract", "--", "a server", "*", ""));

        assertThat(ended.out())
                .endsWith("<contract>", "<-->", "<a server>", "<*>", "<>")
                .contains("<" + clone.root.toRealPath() + "/kit/echo-lab/target/echo-lab.jar>");
    }

    @Test
    void ends_with_the_exit_code_of_the_command() throws IOException {
        clone.jdk("my jvms/25", "25.0.3");

        assertThat(clone.lab("fail").code()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clean --help",
                "format -h",
                "prepare --help",
                "test -h",
                "book --help",
                "clean --version",
                "format -V"
            })
    void asked_for_help_does_nothing_but_hand_the_question_over(String typed) throws IOException {
        clone.jdk("my jvms/25", "25.0.3");
        clone.lab();
        var words = typed.split(" ");

        assertThat(clone.lab(words).out()).endsWith("<" + words[0] + ">", "<" + words[1] + ">");
        assertThat(clone.mavenCalls()).hasSize(1);
    }

    @Test
    void tells_all_that_it_starts_to_speak_English_in_UTF_8() throws IOException {
        var jdk = clone.jdk("my jvms/25", "25.0.3");
        clone.script(jdk.resolve("bin/java"), "echo \"$LC_ALL ${LANGUAGE-none}\"");
        clone.environment.put("LC_ALL", "de_DE.UTF-8");
        clone.environment.put("LANGUAGE", "de");

        assertThat(clone.lab("bench").out()).endsWith("C.UTF-8 none");
    }

    /// As `env -i` starts it, and some supervisors do: a shell looks in a path of its own then, and tells nobody of it.
    @Test
    void tells_what_it_starts_where_programs_are_when_nobody_told_itself() throws IOException {
        var jdk = clone.jdk("my jvms/25", "25.0.3");
        clone.script(jdk.resolve("bin/java"), "env");
        clone.environment.remove("PATH");

        assertThat(clone.lab("bench").out())
                .anyMatch(line -> line.matches("PATH=(.*:)?/bin(:.*)?"));
    }

    @Test
    void asks_git_for_this_clone_and_no_other_around_it_or_whose_hook_calls_it()
            throws IOException {
        var jdk = clone.jdk("my jvms/25", "25.0.3");
        clone.script(jdk.resolve("bin/java"), "env");
        clone.environment.put("GIT_DIR", "/elsewhere/.git");
        clone.environment.put("GIT_WORK_TREE", "/elsewhere");
        clone.environment.put("GIT_INDEX_FILE", "/elsewhere/.git/index");

        assertThat(clone.lab("bench").out())
                .filteredOn(it -> it.startsWith("GIT_"))
                .containsExactly("GIT_CEILING_DIRECTORIES=" + clone.parent.toRealPath());
    }

    @Test
    void has_a_JVM_that_dies_say_so_in_the_folder_of_what_was_built() throws IOException {
        clone.jdk("my jvms/25", "25.0.3");

        assertThat(clone.lab("bench").out())
                .contains(
                        "<-XX:ErrorFile=" + clone.root.toRealPath() + "/target/hs_err_pid%p.log>");
    }

    @Test
    void refuses_arguments_that_a_command_of_its_own_does_not_take() throws IOException {
        clone.jdk("my jvms/25", "25.0.3");

        var ended = clone.lab("clean", "everything");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .containsExactly("lab: ./lab clean takes no arguments, but was given: everything");
    }
}
