package echolab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("lab report")
final class ReportCommandTest {

    @TempDir private Path folder;

    private final StringWriter said = new StringWriter();

    @Test
    void refuses_a_file_that_is_no_result_in_one_sentence_and_leaves_no_page() throws IOException {
        var file = Files.writeString(folder.resolve("list.json"), "[1, 2]");
        var page = folder.resolve("report.html");

        assertThat(report(file.toString(), "--html", page.toString())).isEqualTo(2);
        assertThat(said.toString())
                .contains(file + " is not a result of lab bench")
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
        assertThat(page).doesNotExist();
    }

    @Test
    void takes_a_word_for_the_name_of_a_saved_result() {
        assertThat(report("nobody-saved-this")).isEqualTo(2);
        assertThat(said.toString())
                .contains("there is no file")
                .contains(Path.of("docs", "results", "nobody-saved-this.json").toString());
    }

    @Test
    void ends_with_code_1_when_a_server_of_a_result_dropped_out() throws IOException {
        var sound = Files.readString(Path.of("../../docs/results/steps.json"));
        var lost = sound.replaceFirst("\"slices\"", "\"failure\" : \"it ended\", \"slices\"");
        var file = Files.writeString(folder.resolve("lost.json"), lost);
        var page = folder.resolve("report.html").toString();

        assertThat(report("../../docs/results/steps.json", "--html", page)).as("%s", said).isZero();
        assertThat(report(file.toString(), "--html", page)).as("%s", said).isEqualTo(1);
        assertThat(Path.of(page)).content().contains("it ended");
    }

    @Test
    void takes_ratios_to_any_server_that_was_measured() throws IOException {
        var page = folder.resolve("report.html").toString();
        var steps = "../../docs/results/steps.json";

        assertThat(report(steps, "--html", page, "--reference", "step02")).as("%s", said).isZero();
        assertThat(Path.of(page)).content().contains("a ratio to step02 in the same cycle");
        assertThat(report(steps, "--html", page, "--reference", "step09")).isEqualTo(2);
        assertThat(said.toString())
                .contains("--reference step09 was not measured: choose one of c-epoll, ");
    }

    @Test
    void says_what_changed_since_another_result_and_ends_with_code_1_on_a_regression()
            throws IOException {
        var page = folder.resolve("report.html").toString();
        var steps = "../../docs/results/steps.json";
        var costlier = folder.resolve("costlier.json");
        var markdown = folder.resolve("costlier.md");
        var csv = folder.resolve("costlier.csv");
        Files.writeString(
                costlier,
                Files.readString(Path.of(steps))
                        .replaceAll(
                                "\"ratio\" : \\{\\s+\"estimate\" : [\\d.]+,\\s+\"low\" : [\\d.]+,\\s+\"high\" : [\\d.]+",
                                "\"ratio\" : { \"estimate\" : 3, \"low\" : 2.9, \"high\" : 3.1"));

        assertThat(report(steps, "--html", page, "--compare", steps)).as("%s", said).isZero();
        assertThat(said.toString())
                .contains("not told apart")
                .doesNotContainPattern("(?m)regression$");
        assertThat(
                        report(
                                costlier.toString(),
                                "--html",
                                page,
                                "--compare",
                                steps,
                                "--markdown",
                                markdown.toString(),
                                "--csv",
                                csv.toString()))
                .isEqualTo(1);
        assertThat(said.toString())
                .containsPattern("(?m)^step05 .* 3.00 \\[2.90, 3.10\\] .*regression");
        assertThat(markdown).content().contains("| step05 |");
        assertThat(csv).content().contains("1000,106,,,step05,contestant,");
        assertThat(report(steps, "--html", page, "--compare", "nobody-saved-this")).isEqualTo(2);
    }

    private int report(String... words) {
        var lab = Lab.commandLine().setErr(new PrintWriter(said)).setOut(new PrintWriter(said));
        var all = new String[words.length + 1];
        all[0] = "report";
        System.arraycopy(words, 0, all, 1, words.length);
        return lab.execute(all);
    }
}
