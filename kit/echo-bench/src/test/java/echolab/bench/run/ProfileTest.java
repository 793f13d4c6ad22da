package echolab.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import echolab.bench.chart.FlameGraph;
import echolab.bench.report.HtmlPage;
import echolab.bench.report.TerminalReport;
import echolab.bench.result.CallTree;
import echolab.bench.result.CallTree.Frame;
import echolab.bench.result.CallTree.Layer;
import echolab.bench.result.Profile;
import echolab.svg.Ink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

class ProfileTest {

    @Test
    void a_frame_is_as_wide_as_the_share_of_the_samples_that_it_was_in() {
        var svg = FlameGraph.of(stacks(), "stacks");

        assertThat(width(svg, "echolab.Loop.run: 100.0 %")).isBetween(1099.0, 1100.0);
        assertThat(width(svg, "java.Net.read: 75.0 %")).isBetween(824.0, 825.0);
        assertThat(svg).contains(">Loop.run</text>", ">Net.read</text>");
    }

    @Test
    void
            the_kernel_and_native_code_have_colours_of_their_own_and_the_key_has_those_that_are_there() {
        var stacks = stacks();
        var write = new Frame("tcp_write.part.0", Layer.KERNEL);
        assertThat(FlameGraph.of(stacks, "stacks")).doesNotContain("the kernel");

        stacks.add(List.of(new Frame("echolab.Loop.run", Layer.JAVA), write), 4);
        var svg = FlameGraph.of(stacks, "stacks");

        assertThat(svg)
                .containsPattern(Ink.PALE_ORANGE.fill() + ".*tcp_write.part.0: 50.0 %")
                .containsPattern(Ink.PALE_OLIVE.fill() + ".*java.Net.read: 37.5 %")
                .containsPattern(Ink.PALE_BLUE.fill() + ".*echolab.Loop.run: 100.0 %")
                .contains(">the kernel<", ">native code<", ">Java of Echo Lab<")
                .contains(">tcp_write.part.0<")
                .doesNotContain("other Java");
        assertThat(stacks.share(Layer.KERNEL)).isEqualTo(0.5);
        assertThat(report(stacks))
                .containsPattern("tcp_write.part.0 +50\\.0 .* kernel")
                .contains("the kernel's in 50 % of the samples, native");
    }

    @Test
    void the_innermost_frame_is_the_one_that_had_the_CPU() {
        assertThat(stacks().innermost())
                .containsEntry(new Frame("java.Net.read", Layer.NATIVE), 3L)
                .containsEntry(new Frame("echolab.Loop.run", Layer.JAVA), 1L);
        assertThat(report(new CallTree())).contains("of its CPU");
    }

    @Test
    void what_the_JVM_made_up_is_left_out_and_the_method_that_calls_out_of_Java_stands_for_it() {
        var read = new Frame("echolab.Linux.recv", Layer.JAVA);
        var lambda =
                new Frame("java.lang.VirtualThread$$Lambda.0x000000004c07d2d0.run", Layer.JAVA);
        var call =
                new Frame("java.lang.invoke.LambdaForm$MH.0x000000004c0a8c00.invoke", Layer.JAVA);

        assertThat(FlightRecording.named(List.of(lambda, read, call, call)))
                .containsExactly(new Frame("echolab.Linux.recv", Layer.NATIVE));
        assertThat(FlightRecording.named(List.of(lambda, read))).containsExactly(read);
        assertThat(FlightRecording.named(List.of(call))).isEmpty();
    }

    @Test
    void the_report_has_the_share_of_the_kernel_and_what_an_echo_allocates(@TempDir Path folder)
            throws IOException {
        var page = folder.resolve("page.html");
        HtmlPage.write(profile(stacks()), page);

        assertThat(report(stacks()))
                .containsPattern("Net.read +75\\.0 .* native")
                .contains("90 % of its CPU was in the kernel")
                .contains("JFR took the samples.")
                .contains("library's) in 75 %, Java in 25 %; they stand for 8.0 s")
                .contains("24.0 bytes per echo; the collector paused it 2 times, for 5.0 ms");
        assertThat(page).content().contains("<svg", "Stacks of step05").doesNotContain("<script");
    }

    @Test
    @Tag("stress")
    @Timeout(600)
    @EnabledOnOs(OS.LINUX)
    void what_burns_the_CPU_of_a_server_is_in_its_samples() throws IOException {
        // so much for each echo that on a busy machine, too, a JVM that has just begun does less
        // beside it
        var burning = TestTargets.target("burning", "burn=5000");

        var run = new ProfileRun(4, Duration.ofSeconds(3), Duration.ZERO, Optional.empty());
        var profile = run.of(burning, _ -> {});

        var all = profile.stacks().samples();
        assertThat(profile.echoes()).isPositive();
        assertThat(profile.cpu()).isPositive();
        assertThat(all).isPositive();
        assertThat(in(profile.stacks(), "TestServer.burn")).isGreaterThan(all / 2);
        assertThat(profile.kernelNanos().orElseThrow()).isPositive();
    }

    @Test
    @Tag("stress")
    @Timeout(600)
    @EnabledOnOs(OS.LINUX)
    void what_is_no_JVM_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> FlightRecording.start(1, true))
                .hasMessageContaining("cannot record process 1")
                .hasMessageContaining("only a JVM of JDK 25");
    }

    /// In how many samples a method was.
    private static long in(CallTree tree, String method) {
        return tree.calls().entrySet().stream()
                .mapToLong(call ->
                        call.getKey().name().endsWith(method)
                                ? call.getValue().samples()
                                : in(call.getValue(), method))
                .sum();
    }

    private static CallTree stacks() {
        var stacks = new CallTree();
        var run = new Frame("echolab.Loop.run", Layer.JAVA);
        stacks.add(List.of(run, new Frame("java.Net.read", Layer.NATIVE)), 3);
        stacks.add(List.of(run), 1);
        return stacks;
    }

    private static Profile profile(CallTree stacks) {
        return new Profile(
                "step05",
                1000,
                "JFR took the samples.",
                stacks,
                Duration.ofSeconds(8),
                Duration.ofSeconds(10),
                OptionalLong.of(9_000_000_000L),
                1000,
                24_000,
                2,
                Duration.ofMillis(5));
    }

    private static String report(CallTree stacks) {
        return new TerminalReport(Ansi.OFF).render(profile(stacks)).replaceAll("\\s+", " ");
    }

    private static double width(String svg, String tip) {
        var rect = Pattern.compile("<rect[^>]*width=\"([\\d.]+)\"[^>]*>\\s*<title>" + tip);
        var found = rect.matcher(svg);
        assertThat(found.find()).as(svg).isTrue();
        return Double.parseDouble(found.group(1));
    }
}
