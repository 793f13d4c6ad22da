package echolab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("lab test")
final class CountsTestsTest {

    private Clone clone;

    @BeforeEach
    void clone(@TempDir Path parent) throws IOException {
        clone = Clone.withJdk(parent);
    }

    @Test
    void ends_with_the_sum_of_the_reports_of_this_run() throws IOException {
        report("step08-old", "surefire-reports", 100, 0);
        clone.maven(
                writing("step01", "surefire-reports", 5, 1, 1, 1)
                        + writing("kit/echo-api", "surefire-reports", 3, 0, 0, 0));

        var ended = clone.lab("test");

        assertThat(ended.out())
                .endsWith(
                        "skipped: echolab.T reads \"it\" & more: needs <strace>",
                        "5 passed, 2 failed, 1 skipped");
    }

    /// Surefire has the reason of an assumption in the text, and only that of an annotation in an attribute.
    @Test
    void says_what_a_test_assumed_that_was_skipped() throws IOException {
        clone.maven(
                writing("step01", "surefire-reports", 1, 0, 0, 0)
                        + """
                        sed -i 's/^.*<testcase .*/&\\
                        <skipped type="x.Aborted"><![CDATA[x.Aborted: Assumption failed: not applicable: no <IPv6>\\
                        ]]><\\/skipped>/' step01/target/surefire-reports/TEST-T.xml
                        """);

        assertThat(clone.lab("test").out())
                .contains("skipped: echolab.T reads \"it\" & more: not applicable: no <IPv6>");
    }

    @Test
    void counts_tests_of_what_was_packaged_too() throws IOException {
        report("step08-old", "failsafe-reports", 100, 0);
        clone.maven(
                writing("step01", "surefire-reports", 4, 1, 0, 0)
                        + writing("step01", "failsafe-reports", 2, 0, 0, 0));

        assertThat(clone.lab("test").out()).endsWith("5 passed, 1 failed, 0 skipped");
    }

    @Test
    void keeps_the_exit_code_of_Maven_and_still_sums_up() throws IOException {
        clone.maven(writing("step01", "surefire-reports", 4, 1, 0, 0) + "exit 3");

        var ended = clone.lab("test");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out()).endsWith("3 passed, 1 failed, 0 skipped");
    }

    @Test
    void says_in_its_last_line_that_modules_were_not_tested() throws IOException {
        clone.maven(
                writing("step01", "surefire-reports", 4, 1, 0, 0)
                        + """
                        echo '[INFO] Reactor Summary for Echo Lab 1.0.0-SNAPSHOT:'
                        printf '[\\033[1;34mINFO\\033[m] Step 01: blocking ........... \\033[1;31mFAILURE\\033[m [  5.1 s]\\n'
                        printf '[\\033[1;34mINFO\\033[m] Step 05: own loop ........... \\033[1;33mSKIPPED\\033[m\\n'
                        echo '[INFO] Kit: the book .............................. SKIPPED'
                        exit 1
                        """);

        var ended = clone.lab("test");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out())
                .endsWith(
                        "not tested: Step 05: own loop",
                        "not tested: Kit: the book",
                        "3 passed, 1 failed, 0 skipped; 2 modules were not tested, since another failed");
    }

    @Test
    void says_that_Maven_was_killed_and_that_the_rest_was_not_tested() throws IOException {
        clone.maven(writing("step01", "surefire-reports", 4, 0, 0, 0) + "kill -KILL $$");

        var ended = clone.lab("test");

        assertThat(ended.code()).isEqualTo(137);
        assertThat(ended.out())
                .anyMatch(line -> line.startsWith("lab: Maven was killed, as the system does"))
                .endsWith(
                        "4 passed, 0 failed, 0 skipped; the rest was not tested, since Maven was ended");
    }

    @Test
    void that_could_not_run_any_test_fails_and_says_none_passed() throws IOException {
        clone.maven("exit 1");

        var ended = clone.lab("test");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out())
                .endsWith(
                        "0 passed, 0 failed, 0 skipped; nothing was tested, since the build did not begin");
    }

    @Test
    void passes_further_arguments_on_to_Maven() throws IOException {
        clone.lab("test", "-pl", "step01-blocking");

        assertThat(clone.mavenCalls())
                .singleElement()
                .asString()
                .contains("verify")
                .endsWith("-pl step01-blocking");
    }

    @Test
    void of_the_fast_lane_is_a_profile_of_Maven_and_packages_nothing() throws IOException {
        clone.lab("test", "--fast", "-pl", "step01-blocking");

        assertThat(clone.mavenCalls())
                .singleElement()
                .asString()
                .endsWith("--fail-at-end -T3C test -B -ntp -Pfast -pl step01-blocking");
    }

    @Test
    void leaves_nothing_to_build_for_the_command_after_it() throws IOException {
        clone.lab("test");
        clone.lab("bench");

        assertThat(clone.mavenCalls()).hasSize(1);
    }

    private void report(String module, String folder, int tests, int failures) throws IOException {
        var reports =
                Files.createDirectories(
                        clone.root.resolve(module).resolve("target").resolve(folder));
        Files.writeString(reports.resolve("TEST-T.xml"), xml(tests, failures, 0, 0));
    }

    private static String writing(
            String module, String folder, int tests, int failures, int errors, int skipped) {
        return """
        mkdir -p %1$s/target/%2$s
        cat >%1$s/target/%2$s/TEST-T.xml <<'END'
        %3$sEND
        """
                .formatted(module, folder, xml(tests, failures, errors, skipped));
    }

    private static String xml(int tests, int failures, int errors, int skipped) {
        var element =
                "    <skipped message=\"needs &lt;strace&gt;\" type=\"x\"/>\n".repeat(skipped);
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite name="T" time="0.1" tests="%s" errors="%s" skipped="%s" failures="%s">
          <testcase name="reads &quot;it&quot; &amp; more" classname="echolab.T" time="0">
        %s  </testcase>
        </testsuite>
        """
                .formatted(tests, errors, skipped, failures, element);
    }
}
