package echolab.book.macro;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.book.figure.FilledResult;
import echolab.svg.Ink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A macro")
@Tag("stress")
final class MacrosTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static Macros macros;

    @TempDir private Path folder;
    private final List<String> said = new ArrayList<>();
    private Path root = ROOT;

    @BeforeAll
    static void start() {
        macros = new Macros();
    }

    @AfterAll
    static void end() {
        macros.close();
    }

    @Test
    void shows_code_by_its_tag_with_callouts_that_the_source_knows_nothing_of() throws IOException {
        var html =
                convert(
                        """
                        [code,step02/Connection.java#write]
                        --
                        `buffer.hasRemaining()`:: Some are
                        left.
                        --
                        """);

        assertThat(said).isEmpty();
        assertThat(html)
                .contains("step02-nio-selector/src/main/java/echolab/selector/Connection.java")
                .contains("channel.write(buffer);", "Some are left.", "conum")
                .doesNotContain("tag::");
    }

    @Test
    void shows_an_exercise_with_its_hints_folded() throws IOException {
        var html = convert("exercise::11[]\n");

        assertThat(said).isEmpty();
        assertThat(html).contains("Exercise 1.1", "<details>", "Hint 1").doesNotContain(":tag:");
    }

    @Test
    void shows_the_hints_of_all_exercises_in_the_order_of_their_numbers() throws IOException {
        var html = convert("exercise::hints[]\n");

        assertThat(said).isEmpty();
        assertThat(html)
                .containsSubsequence(
                        "Exercise 1.1",
                        "Hint 1",
                        "Hint 3",
                        "Lesson",
                        "Exercise 5.9",
                        "Exercise 5.10")
                .doesNotContain("Go further");
    }

    @Test
    void draws_a_picture_into_the_page() throws IOException {
        var html =
                convert(
                        """
                        [picture,p,alt="A thread that waits for bytes"]
                        ....
                        thread t 0,0 "echo-0" waits
                        ....
                        """);

        assertThat(said).isEmpty();
        assertThat(html).contains("<svg", "A thread that waits for bytes");
    }

    @Test
    void says_where_a_fact_comes_from_and_what_was_chosen() throws IOException {
        assertThat(convert("fact:man-epoll[epoll] for given:[100 ms]\n"))
                .contains("href=\"sources.html#man-epoll\"", "<span class=\"given\">100 ms</span>");
    }

    @Test
    void leads_from_a_word_of_the_trade_to_the_glossary() throws IOException {
        assertThat(convert("A term:context-switch[context switch] costs time.\n"))
                .contains(
                        "<a href=\"glossary.html#term-context-switch\" class=\"term\"><strong>context switch</strong></a>");
    }

    @Test
    void shows_runs_side_by_side_idle_memory_and_a_dash_for_what_is_missing() throws IOException {
        result(
                "both",
                "idle",
                """
                {"idle": [{"connections": 10000, "targets": [{"name": "mine",
                  "residentBytesPerConnection": {"q1": 1024, "median": 1536, "q3": 2048}}]}]}
                """);

        FilledResult.write(
                root,
                "rates",
                "steps",
                """
                {"runs": [
                  {"connections": 10, "ratePerSecond": 1000, "targets": [
                    {"name": "mine", "summary": {"latencyMillis": {"p99": 1.25}}}]},
                  {"connections": 10, "ratePerSecond": 20000, "targets": [
                    {"name": "mine", "summary": null}]}]}
                """);

        var text = Macros.text(convert("sweep::rates[figure=p99,targets=mine]\n\nidle::both[]\n"));

        assertThat(said).isEmpty();
        assertThat(text)
                .contains("by messages per second", "1,000 20,000", "mine * 1.25 –")
                .contains("10,000 idle connections", "mine * 1.50 1.00–2.00 –");
    }

    @Test
    void shows_who_keeps_the_contract_in_the_cases_that_everybody_was_held_against()
            throws IOException {
        result(
                "promises",
                "contract",
                """
                {"subjects": [
                  {"name": "good", "cases": [{"name": "echoes", "outcome": "kept", "seen": ""},
                    {"name": "closes", "outcome": "kept", "seen": ""}]},
                  {"name": "bad", "cases": [{"name": "echoes", "outcome": "broken", "seen": "a | in [it]"},
                    {"name": "closes", "outcome": "not_applicable", "seen": ""}]}]}
                """);

        var html =
                convert(
                        "cases matrix broken"
                                .replaceAll("(\\w+) ?", "contract::promises[part=$1]\n\n"));

        assertThat(said).isEmpty();
        assertThat(Macros.text(html))
                .contains("echoes", "good * ·", "bad * ×", "bad 1 a | in &#91;it]")
                .doesNotContain("closes");
    }

    @Test
    void shows_what_a_captured_command_drew_with_what_it_printed_folded() throws IOException {
        root = folder.resolve("root");
        var captured = root.resolve("chapters/captured/chapter");
        Files.createDirectories(captured);
        Files.writeString(
                captured.resolve("drawn.txt"),
                "$ ./lab trace step01 --svg target/t.svg\n0.00 A sends\n");
        var text =
                """
                [run%slow,drawn,alt="A message wakes the thread that waits for it"]
                ----
                ./lab trace step01 --svg target/t.svg
                ----
                """;
        convert(text);
        assertThat(said).hasSize(1).allMatch(line -> line.contains(":1: the picture of run block"));

        said.clear();
        Files.writeString(
                captured.resolve("drawn.svg"), "<svg width=\"9\"><title>its own</title></svg>");
        var html = convert(text);

        assertThat(said).isEmpty();
        assertThat(html)
                .containsSubsequence("./lab", "<title>A message wakes", "<details>", "A sends")
                .contains("cannot tell whether the code of step01");
    }

    @Test
    void says_beneath_a_trace_what_its_boxes_mean_and_no_others() {
        var box = Ink.PALE_BLUE.fill();
        var drawn =
                TraceKey.under(
                        "<svg viewBox=\"0 0 90 50\" width=\"90\"><rect %s/></svg>".formatted(box));

        assertThat(drawn)
                .contains("viewBox=\"0 0 90 126\"", "takes what a client sent", "the echo")
                .doesNotContain("sends to a client");
    }

    @Test
    void shows_rounds_of_ab_with_the_fastest_first() throws IOException {
        result(
                "rounds",
                "ab",
                """
                {"kind": "ab", "concurrency": 1000, "targets": [
                  {"name": "slow", "summary": {"requestsPerSecond": {"median": 20.4}},
                    "rounds": [{"output": {"requestsPerSecond": 9}}, {"output": {"requestsPerSecond": 30}}]},
                  {"name": "fast", "summary": {"requestsPerSecond": {"median": 4000}},
                    "rounds": [{"output": {"requestsPerSecond": 4000}}]}]}
                """);

        var html = convert("table::rounds[figures=\"requests requests-range\",sort=requests]\n");

        assertThat(said).isEmpty();
        assertThat(Macros.text(html)).contains("fast * 4,000 4,000–4,000 slow * 20 9–30");
    }

    @Test
    void that_asks_for_what_is_not_there_is_an_error_with_file_and_line() throws IOException {
        convert(
                """
                Text.

                [code,step02/Connection.java#walk]
                --
                --

                Then bench:none[step01,cpu].

                [run,none]
                ----
                true
                ----

                table::none[]

                exercise::99[]

                chart::none[cpu]
                """);

        assertThat(said)
                .hasSize(6)
                .allMatch(line -> line.startsWith("chapter.adoc:"))
                .contains("chapter.adoc:3: Connection.java has no tag::walk[]")
                .anyMatch(line -> line.startsWith("chapter.adoc:7: there is no result none"))
                .anyMatch(line -> line.contains("run block none was never captured"))
                .anyMatch(line -> line.equals("chapter.adoc:16: there is no exercises/99-….adoc"));
    }

    /// From here on the root is a folder that has this result and nothing else; the rest of it is that of the model.
    private void result(String name, String model, String json) throws IOException {
        root = folder.resolve("root");
        FilledResult.write(root, name, model, json);
    }

    private String convert(String text) throws IOException {
        return macros.convert(folder, root, text, said);
    }
}
