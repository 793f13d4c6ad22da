package echolab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What does a participant read who has mistyped something, or deleted or spoilt a file?
@DisplayName("The commands of the workshop, when something is wrong,")
@Timeout(3600)
@Tag("stress")
final class WorkshopMistakesTest extends WorkshopOfStep01 {

    @Test
    void an_exercise_that_builds_on_an_unsolved_one_leads_to_that() {
        participant.types("start");

        assertThat(participant.types("check", "1.3")).isEqualTo(1);

        assertThat(participant.out())
                .contains("exercise 1.2 is not solved yet", "./lab check 1.2 comes first")
                .doesNotContain("./lab hint");
    }

    @Test
    void a_folder_that_cannot_be_written_gets_a_sentence() throws IOException {
        Files.writeString(root.resolve("workshop"), "a file where the folder should be");

        assertThat(participant.types("start")).isEqualTo(1);

        assertThat(participant.err())
                .contains("workshop", "Not a directory", "ls -ld")
                .doesNotContain("Exception");
    }

    @Test
    void a_file_that_does_not_compile_is_shown_with_the_name_of_the_exercise() throws IOException {
        participant.types("start");
        var file = root.resolve(CONNECTION);
        var wrong = Files.readString(file).replace("throw Todo", "thorw Todo");
        Files.writeString(file, wrong);
        var line = wrong.substring(0, wrong.indexOf("thorw")).lines().count();

        assertThat(participant.types("check", "1.1")).isEqualTo(1);

        assertThat(participant.out())
                .contains(
                        "1.1 Echo until the end",
                        "does not compile",
                        "Connection.java:" + line,
                        "> thorw")
                .doesNotContain("Exception");
    }

    @Test
    void an_error_is_told_at_the_exercise_whose_code_it_is() throws IOException {
        participant.types("jump", "1.3");
        var file = root.resolve(CONNECTION);
        var right = Files.readString(file);
        var begin = "        try (socket) {\n";
        assertThat(right).contains(begin);

        Files.writeString(
                file,
                right.replace(
                        begin,
                        "        if (options != null) throw new IllegalStateException();\n"
                                + begin));
        participant.reads();
        assertThat(participant.types("check", "1.2")).isEqualTo(1);
        assertThat(participant.reads())
                .as("when it runs")
                .startsWith("1.2")
                .contains(
                        "Connection.java:",
                        "in the code of exercise 1.1 Echo until the end: ./lab check 1.1");

        Files.writeString(file, right.replace(begin, "        int nothing = null;\n" + begin));
        assertThat(participant.types("check", "1.2")).isEqualTo(1);
        assertThat(participant.reads())
                .as("when it does not compile")
                .startsWith("1.2")
                .contains("in the code of exercise 1.1 Echo until the end: ./lab check 1.1");

        participant.reads();
        assertThat(participant.types("check")).isEqualTo(1);
        assertThat(participant.reads())
                .as("when nobody says which exercise")
                .contains("1.1 Echo until the end", "does not compile")
                .doesNotContain("in the code of exercise");
    }

    @Test
    void tests_that_were_edited_or_deleted_are_named_and_restored_on_request() throws IOException {
        participant.types("start");
        var tests = root.resolve("workshop/step01-blocking/src/test/java/echolab/blocking");
        Files.delete(tests.resolve("CloseTest.java"));
        Files.writeString(
                tests.resolve("EchoUntilTheEndTest.java"), "class EchoUntilTheEndTest {}");

        assertThat(participant.types("check")).as("an empty test proves nothing").isEqualTo(1);
        assertThat(participant.out())
                .contains("not as they were", "CloseTest.java", "EchoUntilTheEndTest.java", "Todo");

        participant.types("check", "--restore-tests");
        assertThat(tests.resolve("CloseTest.java")).exists();
        assertThat(tests.resolve("EchoUntilTheEndTest.java")).content().contains("@Test");
    }

    @ParameterizedTest
    @CsvSource({
        "2, check 7.7, no exercise 7.7; there are 1.1",
        "2, start 09, no step 09 with exercises; there are 01",
        "2, hint abc, no exercise abc",
        "1, check, no step is started yet",
        "1, hint, no step is started yet",
        "2, hint 1.1 1, of the hints to 1.1 you have seen none",
        "1, check 1.1, step01-blocking is not started yet: ./lab start 01",
        "1, watch, watch needs a terminal",
        "1, bench --workshop, no step is started yet: ./lab start",
        "1, bench --workshop=01, step01-blocking is not started yet: ./lab start 01",
        "2, bench --workshop=09, no step 09 with exercises; there are 01",
        "2, schedule --days three, three",
        "1, solution 1.1 --yes, step01-blocking is not started yet",
    })
    void what_makes_no_sense_gets_a_sentence(int code, String command, String sentence) {
        assertThat(participant.types(command.split(" "))).isEqualTo(code);

        assertThat(participant.err()).contains(sentence).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({
        "solution 1.1 --yes, gone, Connection.java: this file is gone: ./lab start 01 writes it again",
        "bench --workshop=01, gone, this file is gone: ./lab start 01 writes it again",
        "jump 1.2, gone, this file is gone: ./lab start 01 writes it again",
        "solution 1.1 --yes, class One {{, 'the lines // tag::echo[] and // end::echo[]'",
    })
    void a_source_that_is_spoilt_is_named(String command, String text, String sentence)
            throws IOException {
        participant.types("start");
        if (text.equals("gone")) {
            Files.delete(root.resolve(CONNECTION));
        } else {
            Files.writeString(root.resolve(CONNECTION), text);
        }

        assertThat(participant.types(command.split(" "))).isEqualTo(1);

        assertThat(participant.err()).contains(sentence).doesNotContain("\tat ", "Exception");
    }
}
