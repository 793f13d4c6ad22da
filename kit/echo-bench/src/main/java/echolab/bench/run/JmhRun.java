package echolab.bench.run;

import echolab.process.ChildProgram;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A run of JMH: as a child on our own class path, where it finds the benchmarks, and in turn starts a JVM for each of
/// them with the flags that this one asks for. What it prints tells how far it is; all of it is kept in a log.
///
/// @param log where that goes
/// @param length how long to measure, as options of JMH
public record JmhRun(Path log, List<String> length) {

    /// Two JVMs a benchmark, five seconds each: all of them in about ten minutes.
    public static final List<String> LONG = List.of("-f 2 -wi 3 -w 1 -i 5 -r 1".split(" "));

    /// One JVM a benchmark, and a noisier result.
    public static final List<String> QUICK =
            List.of("-f 1 -wi 2 -w 500ms -i 3 -r 500ms".split(" "));

    private static final String MAIN = "org.openjdk.jmh.Main";
    private static final Pattern FAR =
            Pattern.compile("# Run progress: ([\\d.]+)% complete, ETA (\\d+):(\\d+):(\\d+).*");
    private static final Pattern BENCHMARK = Pattern.compile("# Benchmark: (?:[a-z]+\\.)*(.*)");
    private static final Pattern PARAMETERS = Pattern.compile("# Parameters: \\((.*)\\)");
    private static final Pattern SAID =
            Pattern.compile("(ERROR|Exception|<failure>|Caused by|Unable|# Fork failed).*");

    /// The names of the benchmarks that a regular expression finds; none is no error.
    public List<String> list(String pattern) throws IOException {
        var names = new ArrayList<String>();
        ask(
                List.of("-l", pattern),
                line -> {
                    if (line.startsWith("echolab.")) {
                        names.add(line.strip());
                    }
                });
        return names;
    }

    /// Runs them.
    ///
    /// @param json where JMH writes what it found
    /// @throws IOException when a benchmark fails; names the log
    public void run(String pattern, Path json, Progress progress) throws IOException {
        var words = new ArrayList<>(List.of(pattern, "-prof", "gc", "-foe", "true"));
        words.addAll(List.of("-rf", "json", "-rff", json.toString()));
        words.addAll(length);
        var watch = new Watch(progress);
        var code = ask(words, watch::line);
        if (code != 0) {
            throw new IOException(
                    "JMH ended with exit code %s%s; all that it said is in %s"
                            .formatted(code, watch.lastError, log));
        }
    }

    private interface Lines {
        void line(String line);
    }

    private int ask(List<String> words, Lines lines) throws IOException {
        var command = new ArrayList<>(ChildProgram.java());
        command.add("-Djmh.ignoreLock=" + Boolean.getBoolean("jmh.ignoreLock"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        command.addAll(words);
        Files.createDirectories(log.toAbsolutePath().getParent());
        var jmh = ChildProgram.of(command).redirectErrorStream(true).start();
        var endWithUs = new Thread(jmh::destroyForcibly, "end JMH");
        Runtime.getRuntime().addShutdownHook(endWithUs);
        try (var out = Files.newBufferedWriter(log, StandardCharsets.UTF_8);
                var in = jmh.inputReader(StandardCharsets.UTF_8)) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                write(out, line);
                lines.line(line);
            }
            return jmh.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while JMH was running", e);
        } finally {
            jmh.destroyForcibly();
            remove(endWithUs);
        }
    }

    private static void write(BufferedWriter out, String line) throws IOException {
        out.write(line);
        out.newLine();
        out.flush();
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // this JVM is already ending, and the hook runs or has run
        }
    }

    /// Reads how far JMH is from what it prints before each fork.
    private static final class Watch {

        private final Progress progress;
        private String doing = "";
        private long total;
        private long done;
        private String lastError = "";

        Watch(Progress progress) {
            this.progress = progress;
        }

        void line(String line) {
            var far = FAR.matcher(line);
            var benchmark = BENCHMARK.matcher(line);
            var parameters = PARAMETERS.matcher(line);
            if (benchmark.matches()) {
                doing = benchmark.group(1);
            } else if (parameters.matches()) {
                doing += " " + parameters.group(1);
            } else if (far.matches()) {
                far(far);
            } else if (SAID.matcher(line).find() && lastError.isEmpty()) {
                lastError = " (" + line.strip() + ")";
            }
        }

        /// The first one tells how long all will take.
        private void far(Matcher far) {
            if (total == 0) {
                total =
                        Duration.ofHours(Long.parseLong(far.group(2)))
                                .plusMinutes(Long.parseLong(far.group(3)))
                                .plusSeconds(Long.parseLong(far.group(4)))
                                .toMillis();
                progress.begin(total);
            }
            var now = Math.round(total * Double.parseDouble(far.group(1)) / 100);
            progress.advance(now - done);
            done = now;
            progress.doing(doing);
        }
    }
}
