package echolab.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A program that the kit starts")
final class ChildProgramTest {

    /// Stands between: the environment of a JVM can be chosen for its child only.
    static final class Between {

        public static void main(String[] args) throws IOException {
            var said = ChildProgram.of(args).redirectErrorStream(true).start().getInputStream();
            System.out.write(said.readAllBytes());
            System.out.flush();
        }
    }

    @Test
    void speaks_English_in_UTF_8_whatever_the_machine_speaks() throws IOException {
        assertThat(inGerman("sh", "-c", "echo $LC_ALL, ${LANGUAGE-none}"))
                .isEqualTo("C.UTF-8, none");
    }

    @Test
    void that_is_a_JVM_has_no_options_but_those_that_it_is_given() throws IOException {
        var words = new ArrayList<>(ChildProgram.java());
        words.addAll(List.of("-XshowSettings:properties", "-version"));

        assertThat(inGerman(words.toArray(String[]::new)))
                .contains("user.language = en")
                .doesNotContain("Picked up", "picked.up");
    }

    @Test
    void that_is_a_JVM_leaves_its_last_words_below_target() {
        assertThat(ChildProgram.java().getLast())
                .startsWith("-XX:ErrorFile=")
                .endsWith(Path.of("target", "hs_err_pid%p.log").toString());
    }

    private static String inGerman(String... child) throws IOException {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-cp", System.getProperty("java.class.path")));
        words.add(Between.class.getName());
        words.addAll(List.of(child));
        var builder = new ProcessBuilder(words);
        // German by an option: the locale of that name may not be here, and in its place a JVM
        // would open no path with an accent
        builder.environment().put("LC_ALL", "C.utf8");
        builder.environment().put("LANGUAGE", "de");
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Dpicked.up=tool -Duser.language=de");
        builder.environment().put("JDK_JAVA_OPTIONS", "-Dpicked.up=jdk");
        builder.environment().put("_JAVA_OPTIONS", "-Dpicked.up=plain");
        var said = builder.start().getInputStream().readAllBytes();
        return new String(said, UTF_8).strip();
    }
}
