package echolab.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import echolab.bench.result.Invented;
import echolab.bench.result.Saved;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A result as other programs take it.
class ExportTest {

    private static final Saved SAVED =
            new Saved("before", Invented.load(Invented.run(1000, 106, 0)));

    @Test
    void markdown_has_the_tables_and_what_is_said_below_them() {
        assertThat(MarkdownReport.of(SAVED.result()))
                .contains("### 1,000 connections, 106-byte messages")
                .contains("\n| server | CPU µs | ratio to c-epoll |", " |\n| --- | --: |")
                .contains(
                        "| step02 | ",
                        "- uvloop ended in cycle 2: Killed",
                        "- Check of the method: ");
    }

    @Test
    void csv_has_a_line_a_server_and_nothing_for_what_is_not_known() {
        var lines = CsvReport.of(List.of(SAVED.result(), Invented.idle(1000))).lines().toList();

        assertThat(lines).hasSize(1 + 17);
        assertThat(lines.getFirst())
                .startsWith(
                        "connections,payload_bytes,rate_per_second,messages_per_connection,server");
        assertThat(lines.get(1)).startsWith("1000,106,,,c-epoll,reference,");
        assertThat(lines)
                .anySatisfy(line ->
                        assertThat(line).matches("1000,106,,,uvloop,contestant,,c-epoll,+"));
        var columns = lines.getFirst().split(",").length;
        assertThat(lines).allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(columns));
    }

    @Test
    void a_change_names_both_results_and_counts_the_regressions() {
        var same = ChangeReport.of(SAVED, new Saved("after", SAVED.result()), 0.03);

        assertThat(same.regressions()).isZero();
        assertThat(MarkdownReport.of(same.sections()))
                .contains("from before to after")
                .contains("| step02 | 1.25 [", "| 1.00 [0.97, 1.03] | not told apart |");
        assertThatThrownBy(
                        () -> ChangeReport.of(SAVED, new Saved("idle", Invented.idle(1000)), 0.03))
                .hasMessage("before and idle have no load in common: there is nothing to compare");
    }
}
