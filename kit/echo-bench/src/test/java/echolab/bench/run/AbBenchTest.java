package echolab.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import echolab.bench.report.HtmlPage;
import echolab.bench.report.TerminalReport;
import echolab.bench.result.AbResult;
import echolab.bench.result.JsonFile;
import echolab.browser.Browser;
import echolab.browser.BrowserExtension;
import echolab.browser.View;
import echolab.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import picocli.CommandLine.Help.Ansi;

@DisplayName("A benchmark by ApacheBench")
@Tag("stress")
final class AbBenchTest {

    @TempDir Path folder;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void shows_what_ab_printed_and_what_the_server_used() throws IOException {
        var result = run();
        var summary = result.targets().getFirst().summary().orElseThrow();

        assertThat(summary.complete()).isEqualTo(2_000);
        assertThat(summary.failed() + summary.unanswered()).isZero();
        assertThat(summary.serverMicros()).as("CPU of the server").isPresent();
        assertThat(new TerminalReport(Ansi.OFF).render(result).lines())
                .anyMatch(line -> line.startsWith("server "))
                .allMatch(line -> line.length() <= 80);

        JsonFile.write(result, folder.resolve("ab.json"));
        assertThat(JsonFile.read(folder.resolve("ab.json"))).isEqualTo(result);
    }

    @Test
    @Timeout(300)
    @ExtendWith(BrowserExtension.class)
    void has_a_page_that_shows_it_and_fetches_nothing(Browser browser) throws IOException {
        var file = folder.resolve("ab.html");
        HtmlPage.write(run(), file);
        browser.open(file, View.DESKTOP);
        for (var view : List.of(View.DESKTOP, View.DESKTOP.inDark(), View.PHONE)) {
            assertThat(browser.look(view).findings()).as("%s", view).isEmpty();
        }
        assertThat(browser.findElements(By.cssSelector("figure svg"))).hasSize(2);
        assertThat(browser.findElement(By.cssSelector("article")).getText())
                .contains("Non-2xx", "Keep-Alive");
        assertThat(Files.readString(file))
                .doesNotContain("<script", "src=", "<link", "url(", "@import");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void counts_as_lost_what_ab_calls_complete_and_not_failed() throws IOException {
        var result = run("hangup=100");
        var summary = result.targets().getFirst().summary().orElseThrow();

        assertThat(summary.complete()).isEqualTo(2_000);
        assertThat(summary.failed()).as("ab's own count").isZero();
        assertThat(summary.unanswered()).as("lost").isBetween(10L, 30L);
        assertThat(new TerminalReport(Ansi.OFF).render(result)).contains("closed unanswered");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void says_of_a_server_that_died_how_it_ended() throws IOException {
        var target = run("die=500").targets().getFirst();

        assertThat(target.failure())
                .hasValueSatisfying(why -> assertThat(why).contains("exit code 3"));
        assertThat(target.summary()).isEmpty();
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    @DisplayName("as published pins nothing, warms nothing and runs ab to the letter")
    void as_published_pins_nothing_and_warms_nothing() throws IOException {
        var result = run(new AbOptions(2_000, 10, 1, true), "die=2500");
        var target = result.targets().getFirst();

        assertThat(target.failure())
                .as("a server that dies after 2,500 echoes, and should see 2,000")
                .isEmpty();
        assertThat(result.serverCpu()).as("the server's CPU").isEmpty();
        assertThat(target.rounds().getFirst().printed())
                .hasValueSatisfying(printed ->
                        assertThat(printed)
                                .startsWith("This is ApacheBench")
                                .contains("Completed 200 requests", "Connection Times (ms)")
                                .endsWith("(longest request)"));
        assertThat(new TerminalReport(Ansi.OFF).render(result).replaceAll("\\s+", " "))
                .contains("As published: ab -n 2000 -c 10 -k", "as the original was not");
    }

    @Test
    void asks_for_a_request_on_each_connection_at_least() {
        assertThatThrownBy(() -> new AbOptions(4_000, 1_000, 5, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("less --concurrency");
    }

    private static AbResult run(String... told) throws IOException {
        return run(new AbOptions(2_000, 10, 2, false), told);
    }

    private static AbResult run(AbOptions options, String... told) throws IOException {
        assumeTrue(
                Programs.onPath("ab"),
                "not applicable: ab is not installed; Debian has it in its package apache2-utils");
        var targets = List.of(TestTargets.target("server", told));
        return Bench.of(options, targets, List.of(), TestTargets.UNSEEN).run(_ -> {});
    }
}
