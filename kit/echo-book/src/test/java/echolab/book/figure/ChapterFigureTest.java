package echolab.book.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import echolab.bench.result.AbOutput;
import echolab.bench.result.AbRound;
import echolab.bench.result.AbSummary;
import echolab.bench.result.AbTarget;
import echolab.book.ChapterException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A figure of a result")
final class ChapterFigureTest {

    private Result result;

    @BeforeEach
    void write(@TempDir Path root) throws IOException {
        FilledResult.write(
                root,
                "two",
                "steps",
                """
                {"runs": [
                  {"connections": 100, "payloadBytes": 106, "targets": []},
                  {"connections": 1000, "payloadBytes": 106, "targets": [
                    {"name": "step01", "summary": {
                      "cpuMicrosPerEcho": {"q1": 11, "median": 12.345, "q3": 13},
                      "ratio": {"estimate": 2.14, "low": 1.97, "high": 2.35},
                      "echoesPerSecond": {"q1": 1, "median": 79510.4, "q3": 2},
                      "latencyMillis": {"p99": 1.5},
                      "residentBytes": 148897792}},
                    {"name": "gone", "summary": null}]}]}
                """);
        result = Result.read(root, "two");
    }

    @Test
    void is_written_with_its_unit_in_prose_and_without_in_a_table() {
        var target = result.server(result.servers(Optional.of("1000")), "step01");

        assertThat(ChapterFigure.named("cpu").inProse(target)).isEqualTo("12.35 µs");
        assertThat(ChapterFigure.named("cpu").inTable(target).text()).isEqualTo("12.35");
        assertThat(ChapterFigure.named("echoes").inProse(target)).isEqualTo("79,510");
        assertThat(ChapterFigure.named("memory").inProse(target)).isEqualTo("142 MiB");
        assertThat(ChapterFigure.named("ratio-interval").inProse(target)).isEqualTo("[1.97, 2.35]");
    }

    @Test
    void of_ab_may_be_one_that_only_its_own_words_have() {
        var output = new AbOutput(0.5, 9, 0, 9, 9, 1, 100, 2.5, 0.1, 10, Map.of());
        var printed = "Connect:   0   0   0.2   0   3\nTotal:   0   3   3.6   1   43\n";
        var round =
                new AbRound(
                        1,
                        1,
                        output,
                        Optional.of(printed),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        0);
        var rounds = List.of(round);
        var target =
                new AbTarget(
                        "step01",
                        "blocking",
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        rounds,
                        AbSummary.of(rounds, false));

        assertThat(ChapterFigure.named("deviation").inProse(target)).isEqualTo("3.6 ms");
        assertThat(ChapterFigure.named("longest").inProse(target)).isEqualTo("43 ms");
        assertThat(ChapterFigure.named("longest-connect").inProse(target)).isEqualTo("3 ms");
        assertThat(ChapterFigure.named("took").inProse(target)).isEqualTo("0.5 s");
    }

    @Test
    void that_is_not_there_is_refused_with_what_is() {
        var servers = result.servers(Optional.of("1000"));
        var gone = result.server(servers, "gone");

        assertThatThrownBy(() -> result.run(Optional.empty()))
                .isInstanceOf(ChapterException.class)
                .hasMessageContaining("at=100, at=1000");
        assertThatThrownBy(() -> result.server(servers, "step09"))
                .hasMessage("two did not measure step09, but step01, gone");
        assertThatThrownBy(() -> ChapterFigure.named("p99").inProse(gone))
                .hasMessage("gone has no figure \"p99\"");
        assertThat(ChapterFigure.named("p99").inTable(gone).text()).isEqualTo("–");
        assertThatThrownBy(() -> ChapterFigure.named("speed"))
                .hasMessageStartingWith("there is no figure \"speed\", but ratio");
    }
}
