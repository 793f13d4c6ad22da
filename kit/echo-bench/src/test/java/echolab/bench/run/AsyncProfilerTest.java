package echolab.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import echolab.bench.result.CallTree;
import echolab.bench.result.CallTree.Frame;
import echolab.bench.result.CallTree.Layer;
import echolab.process.ServerProcess;
import echolab.process.Tool;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(OS.LINUX)
class AsyncProfilerTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// `asprof` of async-profiler 4 makes these words of its arguments and lets the JVM load its library with them: here `jcmd` asks the
    /// JVM, and the library is that of the jar.
    private static final String ASPROF =
            """
            #!/bin/sh
            words=$1
            shift
            while [ $# -gt 1 ]; do
                case $1 in
                    -e) words=$words,event=$2 && shift ;;
                    -i) words=$words,interval=$2 && shift ;;
                    -f) words=$words,file=$2 && shift ;;
                    -o) words=$words,$2 && shift ;;
                    -a) words=$words,ann ;;
                    *) echo "Unrecognized option: $1" && exit 1 ;;
                esac
                shift
            done
            said=$('%s' "$1" JVMTI.agent_load '%s' "\\"$words\\"")
            echo "$said"
            case $said in
                *'return code: 0'*) ;;
                *) exit 1 ;;
            esac
            """;

    @TempDir private Path folder;

    @Test
    void marks_tell_the_kernel_native_code_and_Java_apart() throws IOException {
        var stacks =
                AsyncProfiler.parse(
                        List.of(
                                "echolab/Loop.run_[j];sun/nio/ch/Net.write0_[i];__GI_write;tcp_write.part.0_[k] 7",
                                "start_thread;void Compile::optimize(int, long) 2",
                                "echolab/Loop.run_[0] 1"));

        assertThat(stacks.samples()).isEqualTo(10);
        assertThat(stacks.innermost())
                .containsEntry(new Frame("tcp_write.part.0", Layer.KERNEL), 7L)
                .containsEntry(new Frame("void Compile::optimize(int, long)", Layer.NATIVE), 2L)
                .containsEntry(new Frame("echolab.Loop.run", Layer.JAVA), 1L)
                .containsEntry(new Frame("__GI_write", Layer.NATIVE), 0L)
                .containsEntry(new Frame("sun.nio.ch.Net.write0", Layer.JAVA), 0L);
        assertThat(stacks.share(Layer.KERNEL)).isEqualTo(0.7);
    }

    @Test
    void a_method_is_one_frame_however_it_ran_and_what_the_JVM_made_up_is_none()
            throws IOException {
        var stacks =
                AsyncProfiler.parse(
                        List.of(
                                "A.run_[0];A.go_[1] 1",
                                "A.run_[j];java/lang/invoke/LambdaForm$MH.0x000000001c15.invoke_[j] 1",
                                "A.run_[i];A.go_[j] 1"));

        var run = new Frame("A.run", Layer.JAVA);
        assertThat(stacks.calls()).containsOnlyKeys(run);
        assertThat(stacks.innermost())
                .isEqualTo(Map.of(run, 1L, new Frame("A.go", Layer.JAVA), 2L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A.run_[j]",
                "A.run_[j] -1",
                "; 3",
                " 3",
                "A 99999999999999999999",
                "A 1x"
            })
    void a_line_that_is_no_stack_with_its_samples_is_refused_and_shown(String line) {
        assertThatThrownBy(() -> AsyncProfiler.parse(List.of("A.run_[j] 1", line)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("asprof wrote what is no stack")
                .hasMessageEndingWith(": " + line);
    }

    @Test
    @Timeout(600)
    void what_asprof_says_when_it_fails_is_shown() throws IOException {
        var asprof = asprof("#!/bin/sh\necho \"[ERROR] no $*\" >&2\nexit 200\n");

        assertThatThrownBy(new AsyncProfiler(asprof, 17, MINUTE)::start)
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "asprof start failed, or took longer than 60 s (--jfr does without it): [ERROR] no start -e cpu -i 5ms 17");
        assertThatThrownBy(new AsyncProfiler(asprof, 17, MINUTE)::stop)
                .hasMessageMatching(
                        "asprof stop failed.*no stop -o collapsed -a -f /\\S+\\.collapsed 17");
        assertThatThrownBy(new AsyncProfiler(folder.resolve("none"), 17, MINUTE)::start)
                .hasMessageContaining(folder.resolve("none").toString());
    }

    @Test
    @Timeout(600)
    void an_asprof_that_hangs_is_ended_with_what_it_started() throws IOException {
        var asprof = asprof("#!/bin/sh\ntrap '' TERM\necho waiting\nsleep 86400\necho woken\n");

        assertThatThrownBy(new AsyncProfiler(asprof, 17, Duration.ofSeconds(1))::start)
                .hasMessageStartingWith(
                        "asprof start failed, or took longer than 1 s (--jfr does without it)");
    }

    /// An echo burns 5 ms of CPU, and asks the kernel all the while how much it has been: however slow the machine is, of the
    /// 300 samples many are in the kernel, and as many in Java and in the JVM between both.
    @Test
    @Tag("stress")
    @Timeout(600)
    void the_kernel_is_seen_below_a_method_of_a_real_JVM_where_it_may_be_looked_at()
            throws IOException {
        var server = ServerProcess.start(TestTargets.target("burning", "burn=5000").command());
        try {
            var profiler = new AsyncProfiler(real(), server.pid(), MINUTE);
            var kernel = letsLookIntoTheKernel(server.pid());
            FlightRecording.start(server.pid(), false);
            profiler.start();
            echo(server.address(), 300);

            var all = EnumSet.allOf(Layer.class);
            assertThat(inBurn(profiler.stop(), false))
                    .isEqualTo(kernel ? all : EnumSet.of(Layer.JAVA, Layer.NATIVE));
            assertThat(FlightRecording.stop(server.pid()).stacks.samples()).isZero();
        } finally {
            server.kill();
        }
    }

    @Test
    @Tag("stress")
    @Timeout(600)
    void a_run_that_is_given_an_asprof_has_its_samples() throws IOException {
        var said = new ArrayList<String>();
        var run = new ProfileRun(4, Duration.ofSeconds(3), Duration.ZERO, Optional.of(real()));

        var profile = run.of(TestTargets.target("burning", "burn=5000"), said::add);

        assertThat(profile.sampler()).startsWith("async-profiler took the samples.");
        assertThat(profile.echoes()).isPositive();
        assertThat(inBurn(profile.stacks(), false)).contains(Layer.JAVA);
        assertThat(said).containsExactly("warming burning", "recording burning");
    }

    private Path real() throws IOException {
        var processor = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
        var name = "/linux-%s/libasyncProfiler.so".formatted(processor);
        var library = folder.resolve("libasyncProfiler.so");
        try (var in = AsyncProfilerTest.class.getResourceAsStream(name)) {
            Files.copy(in, library);
        }
        return asprof(ASPROF.formatted(jcmd(), library));
    }

    private Path asprof(String script) throws IOException {
        var file = Files.writeString(folder.resolve("asprof"), script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        assumeTrue(Files.isExecutable(file), () -> file + " may not run: is it mounted noexec?");
        return file;
    }

    private static Path jcmd() {
        return Path.of(System.getProperty("java.home"), "bin", "jcmd");
    }

    /// What async-profiler itself says of the event that it takes where it may and goes without where it may not; and without
    /// addresses in the list of the kernel's functions it takes none of their names.
    private boolean letsLookIntoTheKernel(long pid) throws IOException {
        var library = folder.resolve("libasyncProfiler.so").toString();
        var check = "\"check,event=cpu-clock\"";
        var jcmd = Tool.of(jcmd().toString(), "" + pid, "JVMTI.agent_load", library, check);
        var said = jcmd.run().text();
        assertThat(said).contains("return code");
        try (var symbols = Files.lines(Path.of("/proc/kallsyms"))) {
            return said.contains("return code: 0")
                    && symbols.limit(100).anyMatch(line -> !line.startsWith("0000000000000000"));
        }
    }

    private static void echo(InetSocketAddress server, int times) throws IOException {
        try (var socket = new Socket(server.getAddress(), server.getPort())) {
            for (var i = 0; i < times; i++) {
                socket.getOutputStream().write(i);
                assertThat(socket.getInputStream().read()).isEqualTo(i & 0xff);
            }
        }
    }

    /// Whose code was seen in the method that burns, its own among it.
    private static Set<Layer> inBurn(CallTree tree, boolean within) {
        var layers = EnumSet.noneOf(Layer.class);
        tree.calls()
                .forEach((frame, calls) -> {
                    var burns = within || frame.name().equals("echolab.bench.run.TestServer.burn");
                    if (burns) {
                        layers.add(frame.layer());
                    }
                    layers.addAll(inBurn(calls, burns));
                });
        return layers;
    }
}
