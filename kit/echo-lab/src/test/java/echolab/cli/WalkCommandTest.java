package echolab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.walk.Recording;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
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
    void shows_where_a_method_goes_another_way_and_ours_beside_it_when_it_is_solved(
            @TempDir Path root) throws IOException {
        var participant = Participant.of(root, List.of("step01-blocking"));
        assertThat(participant.types("start", "01")).isZero();
        participant.reads();
        assertThat(participant.types("walk", "1.1")).as(participant.err()).isZero();
        assertThat(participant.reads())
                .contains("Up to here your server and the step's have done the same. Now yours")
                .doesNotContain("Side by side");
        assertThat(root.resolve("target/walk-1.1-one-echo.html"))
                .content()
                .contains("Todo.exercise(", "Up to here your server and the step's");
        assertThat(participant.types("solution", "1.1", "--yes", "--apply")).isZero();
        participant.reads();
        assertThat(participant.types("walk", "1.1")).as(participant.err()).isZero();
        assertThat(participant.reads())
                .contains("have gone through the same methods to the end", "Side by side: ");
        assertThat(root.resolve("target/walk-1.1-one-echo-both.html"))
                .content()
                .contains("walk-1.1-one-echo.html#step=", "walk-1.1-one-echo-reference.html#step=");
        participant.leaves();
    }

    @Test
    @Tag("stress")
    void loses_a_hand_in_where_the_loop_looks_before_it_says_that_it_sleeps(@TempDir Path folder)
            throws IOException {
        var file = folder.resolve("lost.json");
        System.setProperty("echolab.root", "../..");
        try {
            assertThat(
                            run(
                                    "walk",
                                    "step05",
                                    "--scene=hand-in-lost",
                                    "--json=" + file,
                                    "--html=" + folder.resolve("lost.html")))
                    .as("%s", err)
                    .isZero();
        } finally {
            System.clearProperty("echolab.root");
        }
        var recording = Recording.read(file);
        var story = IntStream.range(0, recording.steps().size()).mapToObj(recording::deed).toList();
        var again = story.indexOf("comes to rest, and A sends again");
        assertThat(story.indexOf("runs Inbox.put on close"))
                .isBetween(story.indexOf("comes to rest, and server stops"), again);
        assertThat(story.indexOf("runs EpollServer.serve on task main"))
                .as("what was handed in is found")
                .isGreaterThan(again);
        assertThat(recording.isOfThisCode(Path.of("../.."))).isTrue();
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
