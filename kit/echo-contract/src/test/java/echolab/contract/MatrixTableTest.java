package echolab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.contract.CaseResult.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class MatrixTableTest {

    private static final List<String> CASES = new ContractRun("").cases();

    @Test
    void a_row_is_a_case_and_a_column_a_subject() {
        var table =
                render(
                        held("step01", Outcome.KEPT, Outcome.KEPT),
                        held("minimal", Outcome.KEPT, Outcome.BROKEN));

        assertThat(table.lines().limit(3).map(String::strip))
                .containsExactly("a  b", rest(CASES.get(0), "✔  ✔"), rest(CASES.get(1), "✔  ✘"));
    }

    @Test
    void a_subject_that_was_not_held_against_a_case_has_a_blank_there() {
        var table = render(held("one", Outcome.KEPT), held("two", Outcome.KEPT, Outcome.KEPT));

        assertThat(table).contains(rest(CASES.get(0), "✔  ✔"), rest(CASES.get(1), "   ✔"));
    }

    @Test
    void what_was_seen_of_a_broken_case_stands_below() {
        assertThat(render(held("minimal", Outcome.NOT_APPLICABLE, Outcome.BROKEN)))
                .contains("a minimal         0 kept, 1 broken, 1 not applicable")
                .contains("minimal breaks: " + CASES.get(1) + "\n  it hung up\n")
                .doesNotContain("minimal breaks: " + CASES.get(0));
    }

    @Test
    void sixteen_subjects_fit_on_a_terminal() {
        var outcomes = CASES.stream().map(_ -> Outcome.BROKEN).toArray(Outcome[]::new);
        var many =
                IntStream.range(0, 16)
                        .mapToObj(i -> held("subject" + i, outcomes))
                        .toArray(Held[]::new);

        assertThat(render(many).lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    }

    private static String rest(String name, String marks) {
        var longest = Math.max(CASES.get(0).length(), CASES.get(1).length());
        return name + " ".repeat(longest - name.length()) + "  " + marks;
    }

    private static Held held(String name, Outcome... outcomes) {
        var results =
                IntStream.range(0, outcomes.length)
                        .mapToObj(i ->
                                new CaseResult(
                                        CASES.get(i), outcomes[i], "it hung up", Duration.ZERO))
                        .toList();
        return new Held(name, "a title", Optional.empty(), results);
    }

    private static String render(Held... held) {
        return new MatrixTable(List.of(held), Ansi.OFF).render();
    }
}
