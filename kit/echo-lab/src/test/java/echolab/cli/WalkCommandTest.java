package echolab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("lab walk")
@Timeout(3600)
final class WalkCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... words) {
        return Lab.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
    }

    @Test
    void answers_an_unknown_scene_with_those_there_are() {
        assertThat(run("walk", "step02", "--scene", "one-eco")).isEqualTo(2);
        assertThat(err.toString())
                .contains("step02 has no scene \"one-eco\"; it has one-echo, three-clients");
    }

    @Test
    void answers_an_unknown_step_with_a_sentence() {
        assertThat(run("walk", "step07")).isEqualTo(2);
        assertThat(err.toString()).contains("no step step07; there are step01");
    }

    @Test
    @Tag("stress")
    void writes_a_page_and_says_where_it_is(@TempDir Path folder) {
        var page = folder.resolve("walk.html");
        System.setProperty("echolab.root", "../..");
        try {
            assertThat(run("walk", "step01", "--html", page.toString())).as("%s", err).isZero();
        } finally {
            System.clearProperty("echolab.root");
        }
        assertThat(out.toString()).contains("steps of \"One echo\": " + page);
        assertThat(page).content().contains("BlockingServer.java", "A sends hello");
    }
}
