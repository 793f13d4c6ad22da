package echolab.bench.run;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import echolab.bench.machine.Pinning;
import echolab.process.ChildProgram;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// JMH, which starts a JVM for each benchmark on our own class path, with the flags that the benchmark asks for, and on the CPU that servers
/// have in the other benchmarks: a client and a server of one JVM then take turns. All that it says is kept in a log.
///
/// @param log where that goes; beside it lies a script that starts those JVMs
/// @param cpu for all threads of each JVM
/// @param length how long to measure, as options of JMH
public record JmhRun(Path log, Pinning cpu, List<String> length) {

    /// Two JVMs a benchmark, five seconds each: all of them in about ten minutes.
    public static final List<String> LONG = List.of("-f 2 -wi 3 -w 1 -i 5 -r 1".split(" "));

    /// One JVM a benchmark, and a noisier result.
    public static final List<String> QUICK =
            List.of("-f 1 -wi 2 -w 500ms -i 3 -r 500ms".split(" "));

    private static final long MILLIS_A_START = 500;

    /// The names of the benchmarks that a regular expression finds; none is no error.
    public static List<String> list(String pattern) {
        return find(pattern).stream().map(BenchmarkListEntry::getUsername).distinct().toList();
    }

    /// Runs them.
    ///
    /// @param json where JMH writes what it found
    /// @throws IOException when a benchmark fails; names the log
    public void run(String pattern, Path json, Progress progress) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        var options = options(pattern, json);
        var each = millis(options);
        progress.begin(find(pattern).stream().mapToLong(JmhRun::combinations).sum() * each);
        try (var out = new PrintStream(log.toFile(), StandardCharsets.UTF_8)) {
            var format = OutputFormatFactory.createFormatInstance(out, VerboseMode.NORMAL);
            new Runner(options, watched(format, progress, each)).run();
        } catch (RunnerException e) {
            throw new IOException(
                    "JMH ended with an error (%s); all that it said is in %s"
                            .formatted(e.getCause() == null ? e : e.getCause(), log),
                    e);
        }
    }

    private Options options(String pattern, Path json) throws IOException {
        try {
            return new OptionsBuilder()
                    .jvm(jvm())
                    .parent(new CommandLineOptions(length.toArray(String[]::new)))
                    .include(pattern)
                    .addProfiler("gc")
                    .shouldFailOnError(true)
                    .resultFormat(ResultFormatType.JSON)
                    .result(json.toString())
                    .jvmArgs(ChildProgram.java().stream().skip(1).toArray(String[]::new))
                    .build();
        } catch (CommandLineOptionException e) {
            throw new IllegalStateException("JMH does not know one of " + length, e);
        }
    }

    /// The word that JMH starts a JVM by. It takes one and no more, so what a JVM is started under goes into a script.
    private String jvm() throws IOException {
        var java = ChildProgram.java().getFirst();
        if (cpu.serverPrefix().isEmpty()) {
            return java;
        }
        var script = log.toAbsolutePath().resolveSibling("jmh-java");
        Files.writeString(
                script,
                "#!/bin/sh\nexec %s '%s' \"$@\"\n"
                        .formatted(
                                String.join(" ", cpu.serverPrefix()), java.replace("'", "'\\''")));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return script.toString();
    }

    private static Collection<BenchmarkListEntry> find(String pattern) {
        var silent =
                OutputFormatFactory.createFormatInstance(
                        new PrintStream(OutputStream.nullOutputStream()), VerboseMode.SILENT);
        return BenchmarkList.defaultList().find(silent, List.of(pattern), List.of());
    }

    /// A benchmark is run for each combination of its parameters.
    private static long combinations(BenchmarkListEntry benchmark) {
        return benchmark.getParams().orElse(Map.of()).values().stream()
                .mapToLong(values -> values.length)
                .reduce(1, (product, count) -> product * count);
    }

    /// About how long one takes.
    private static long millis(Options options) {
        var warmUp = options.getWarmupTime().get().convertTo(MILLISECONDS);
        var measured = options.getMeasurementTime().get().convertTo(MILLISECONDS);
        return options.getForkCount().get()
                * (MILLIS_A_START
                        + options.getWarmupIterations().get() * warmUp
                        + options.getMeasurementIterations().get() * measured);
    }

    /// The log of JMH, which tells the progress what it is told.
    private static OutputFormat watched(OutputFormat log, Progress progress, long each) {
        return (OutputFormat)
                Proxy.newProxyInstance(
                        OutputFormat.class.getClassLoader(),
                        new Class<?>[] {OutputFormat.class},
                        (_, method, args) -> {
                            switch (method.getName()) {
                                case "startBenchmark" ->
                                        progress.doing(name((BenchmarkParams) args[0]));
                                case "endBenchmark" -> progress.advance(each);
                                default -> {}
                            }
                            try {
                                return method.invoke(log, args);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private static String name(BenchmarkParams benchmark) {
        return benchmark.getBenchmark().replaceFirst("^([a-z]+\\.)*", "");
    }
}
