package echolab.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import echolab.contract.subjects.BrokenSteps;
import echolab.contract.subjects.ThreadsStep;
import echolab.process.ChildProgram;
import echolab.process.Tool;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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

    /// What a machine allows is no fault of the server. Only what a process starts can be given fewer descriptors than it has itself.
    static final class OnFewDescriptors {

        public static void main(String[] args) {
            var test = new ContractRunTest();
            var run = new ContractRun("5,000 connections");
            run.run(Subject.of(new ThreadsStep()), test.report);
            System.out.println(test.printed);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no such limit")
    void a_crowd_is_not_applicable_where_a_process_may_not_have_so_many_descriptors() {
        var words = new ArrayList<>(List.of("sh", "-c", "ulimit -n 1024; exec \"$@\"", "sh"));
        words.addAll(ChildProgram.java());
        words.addAll(List.of("-cp", System.getProperty("java.class.path")));
        words.add(OnFewDescriptors.class.getName());

        assertThat(new Tool(words, Map.of()).run().text())
                .startsWith("– 5,000 connections at once all echo")
                .contains("too few descriptors a process (ulimit -n): 1024");
    }

    @Test
    void a_case_that_is_not_applicable_says_why_and_no_more() {
        assertThat(ContractRun.said(catchThrowable(() -> assumeTrue(false, "not applicable: why"))))
                .isEqualTo("not applicable: why");
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
