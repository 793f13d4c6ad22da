package echolab.bench.run;

import echolab.bench.result.CallTree;
import echolab.bench.result.CallTree.Frame;
import echolab.bench.result.CallTree.Layer;
import echolab.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Samples of another JVM by async-profiler, whose program `asprof` loads a library into it. JFR could take samples at the same
/// time, but both would interrupt each thread, and be in each other's figures.
///
/// @param limit for a call of asprof, which waits for a JVM that may not answer
record AsyncProfiler(Path asprof, long pid, Duration limit) {

    static final String SEES =
            "async-profiler took the samples. It sees all threads, and the functions of the kernel where it may: as root, or where sysctl has set kernel.perf_event_paranoid to 1 and kernel.kptr_restrict to 0.";

    void start() throws IOException {
        run("start", "-e", "cpu", "-i", FlightRecording.PERIOD.toMillis() + "ms", "" + pid);
    }

    CallTree stop() throws IOException {
        var file = Files.createTempFile("echolab", ".collapsed").toAbsolutePath();
        try {
            run("stop", "-o", "collapsed", "-a", "-f", file.toString(), "" + pid);
            return parse(Files.readAllLines(file));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /// @param lines a stack each, the outermost frame first, and in how many samples it was (its `docs/OutputFormats.md`)
    static CallTree parse(List<String> lines) throws IOException {
        var stacks = new CallTree();
        for (var line : lines) {
            if (!line.matches("[^;].* \\d{1,18}")) {
                throw new IOException(
                        "asprof wrote what is no stack with its samples (--jfr does without it): "
                                + line);
            }
            var end = line.lastIndexOf(' ');
            var frames = Stream.of(line.substring(0, end).split(";")).map(AsyncProfiler::frame);
            var named = frames.filter(frame -> !frame.name().matches(FlightRecording.MADE_UP));
            stacks.add(named.toList(), Long.parseLong(line.substring(end + 1)));
        }
        return stacks;
    }

    /// The kernel has a mark, and so has Java: interpreted, compiled by C1 or C2, or inlined (its `frameName.cpp`).
    private static Frame frame(String marked) {
        var name = marked.replaceFirst("_\\[[01ijk]]$", "");
        if (name.equals(marked)) {
            return new Frame(name, Layer.NATIVE);
        }
        return marked.endsWith("k]")
                ? new Frame(name, Layer.KERNEL)
                : new Frame(name.replace('/', '.'), Layer.JAVA);
    }

    private void run(String... arguments) throws IOException {
        var limited = Stream.of("timeout", "-s", "KILL", "" + limit.toSeconds(), "" + asprof);
        var words = Stream.concat(limited, Stream.of(arguments)).toArray(String[]::new);
        var said = Tool.of(words).run();
        if (!said.succeeded()) {
            throw new IOException(
                    "asprof %s failed, or took longer than %s s (--jfr does without it): %s"
                            .formatted(arguments[0], limit.toSeconds(), said.text()));
        }
    }
}
