package echolab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.contract.subjects.BrokenSteps;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine.Help.Ansi;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ContractRunTest {

    private final StringWriter printed = new StringWriter();
    private final ContractReport report =
            new ContractReport(new PrintWriter(printed), Ansi.OFF, false);

    private boolean run(String text) {
        var subject = Subject.of(new BrokenSteps.SwapsBytes());
        new ContractRun(text).run(subject, report);
        return report.summary(subject.name());
    }

    @Test
    void a_broken_case_is_a_failure_and_says_what_was_seen() {
        assertThat(run("64 KiB")).isFalse();
        assertThat(printed.toString())
                .startsWith("✘ 64 KiB come back in order")
                .contains("that came back is", "threads: 0 kept, 1 broken");
    }

    @Test
    void a_kept_case_is_a_success() {
        assertThat(run("ONE BYTE comes")).isTrue();
        assertThat(printed.toString()).startsWith("✔ one byte comes back");
    }

    @Test
    void no_case_has_an_unknown_text() {
        assertThat(new ContractRun("no such case").cases()).isEmpty();
    }

    @Test
    void every_case_fits_on_a_line_of_a_terminal() {
        assertThat(new ContractRun("").cases())
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(name).hasSizeLessThanOrEqualTo(68));
    }

    /// Of two cases with one place JUnit would choose which comes first.
    @Test
    void the_cases_of_a_group_have_the_places_from_1_on() {
        for (var group : EchoContract.class.getInterfaces()) {
            var places =
                    Stream.of(group.getDeclaredMethods())
                            .map(method -> method.getAnnotation(Cases.Case.class))
                            .filter(Objects::nonNull)
                            .map(Cases.Case::value)
                            .sorted()
                            .toList();

            assertThat(places)
                    .as(
                            "the places in %s: number its @Case from 1 on, each once, the simplest first",
                            group.getSimpleName())
                    .isNotEmpty()
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, places.size()).boxed().toList());
        }
    }

    @Test
    void the_log_speaks_again_after_a_run() {
        var before = Logger.getLogger("").getLevel();
        run("one byte comes");
        assertThat(Logger.getLogger("").getLevel()).isEqualTo(before);
    }
}
