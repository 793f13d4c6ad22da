package echolab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What makes no sense is said in a sentence, before anything is started.
@DisplayName("lab bench")
@Tag("stress")
final class BenchCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --sweep colour                     | connections or payload, but was told "colour"
                    --sweep payload --payload 5        | --sweep payload and --payload both say
                    --idle 1000 --rate 500             | --idle puts no load on the servers
                    --churn --rate 500                 | --churn is a load of its own
                    --forks 0                          | --forks must be 1 to 100
                    --precision fine                   | --precision takes per cent, as in --precision 1%
                    --precision 0%                     | --precision is a share of a ratio
                    --idle 1000 --forks 3              | --idle puts no load on the servers
                    --warm-up-curve --forks 3          | --warm-up-curve looks at one process
                    --find-rate fast                   | as in --find-rate 'p99<1ms', but was told "fast"
                    --find-rate p99<1ms --rate 500     | --find-rate chooses its rates
                    --load-cpus 0                      | --load-cpus must be 1 to 16
                    --load-cpus many                   | --load-cpus
                    --idle 1000 --load-cpus 2          | --idle puts no load on the servers
                    --ab --load-cpus 2                 | --ab is a load of its own
                    --as-published                     | are ApacheBench's: say --ab too
                    --ab --full --requests 5000        | both say how many requests
                    --loops 1,2 --steps step02         | none of these servers can be told how many event loops
                    --loops 1000 --steps step05        | --loops 1000 wants as many CPUs for a server
                    --loops 1,1 --steps step05         | --loops takes different numbers from 1 on
                    --loops 2 --idle 1000              | --loops compares servers under our own load
                    --loops 2 --ab                     | --loops compares servers under our own load
                    --idle 5                           | --idle must be 100 to 1,000,000
                    --rate 3                           | --rate 3 is fewer than 10 messages in a slice
                    --payload 0                        | --payload must be 1 to 1,048,576
                    --save ../elsewhere                | letters, digits and dashes
                    --steps step77                     | step77
                    """)
    void a_contradiction_is_answered_with_a_sentence(String args, String sentence) {
        assertThat(bench(args)).isEqualTo(2);
        assertThat(err.toString()).contains(sentence).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--quick --cycles 1 --slice 20 --connections 1", "--idle 100"})
    void a_server_that_drops_out_makes_the_exit_code_1(String load) {
        assertThat(bench(load + " --steps step02 --peer mine=false{port}")).isEqualTo(1);
        assertThat(out.toString()).contains("mine");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --warm-up-curve --cycles 12 --slice 20 | from the first connection on
                    --find-rate p50<1s                     | The highest rate with p50 &lt; 1000 ms
                    --load-cpus 2 --cycles 4 --slice 20    | (2 load processes)
                    """)
    void what_is_kept_is_shown_again_by_lab_report(String args, String title, @TempDir Path folder)
            throws IOException {
        var kept = folder.resolve("kept.json");
        var page = folder.resolve("page.html");

        var code =
                bench("--quick --steps step01 --connections 10 %s --json %s".formatted(args, kept));
        var again = Lab.commandLine().execute("report", "" + kept, "--html", "" + page);

        assertThat(code).as("%s", err).isZero();
        assertThat(again).isZero();
        assertThat(page).content().contains(title);
    }

    private int bench(String args) {
        return Lab.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(("bench " + args).split(" "));
    }
}
