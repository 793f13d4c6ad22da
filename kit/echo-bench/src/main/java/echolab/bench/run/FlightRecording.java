package echolab.bench.run;

import echolab.bench.result.CallTree;
import echolab.bench.result.CallTree.Frame;
import echolab.bench.result.CallTree.Layer;
import echolab.process.Tool;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/// A recording of another JVM by the JDK's own Flight Recorder, which is asked by `jcmd` and needs nothing installed.
///
/// Samples are taken by CPU time (JEP 509, JDK 25, Linux), so that a thread in a system call is seen, too: the older samples by wall
/// clock see Java code alone, which in an echo server is the lesser part.
final class FlightRecording {

    static final String MADE_UP = ".*[./]0x[0-9a-f]+\\..*";
    static final Duration PERIOD = Duration.ofMillis(5);
    static final String SEES =
            "JFR took the samples. It sees which Java method was there, and not what the kernel did: a native method that makes system calls has the kernel's time in it. Threads without a Java stack, the compilers and the collector, are in no sample. async-profiler would tell kernel, JVM and Java apart: put the bin of a release on the PATH, from https://github.com/async-profiler/async-profiler/releases";

    final CallTree stacks = new CallTree();
    long allocatedBytes;
    int pauses;
    Duration paused = Duration.ZERO;

    private FlightRecording() {}

    /// @param samples whether it takes them: if not, allocation and collection are all that it records
    /// @throws IOException when the process is no JVM of this JDK's kind
    static void start(long pid, boolean samples) throws IOException {
        jcmd(
                pid,
                "JFR.start",
                "name=echo",
                "settings=none",
                "+jdk.CPUTimeSample#enabled=" + samples,
                "+jdk.CPUTimeSample#throttle=" + PERIOD.toMillis() + "ms",
                "+jdk.ObjectAllocationSample#enabled=true",
                "+jdk.GCPhasePause#enabled=true");
    }

    /// Ends it, and reads what it has.
    static FlightRecording stop(long pid) throws IOException {
        var file = Files.createTempFile("echolab", ".jfr").toAbsolutePath();
        try {
            jcmd(pid, "JFR.stop", "name=echo", "filename=" + file);
            return read(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static FlightRecording read(Path file) throws IOException {
        var recording = new FlightRecording();
        try (var events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                recording.add(events.readEvent());
            }
        }
        return recording;
    }

    private void add(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "jdk.CPUTimeSample" -> stacks.add(frames(event), 1);
            case "jdk.ObjectAllocationSample" -> allocatedBytes += event.getLong("weight");
            case "jdk.GCPhasePause" -> {
                pauses++;
                paused = paused.plus(event.getDuration());
            }
            default -> {}
        }
    }

    /// The outermost first; a sample whose stack could not be walked has none.
    private static List<Frame> frames(RecordedEvent event) {
        var trace = event.getStackTrace();
        var frames = trace == null ? List.<RecordedFrame>of() : trace.getFrames().reversed();
        return named(frames.stream().map(FlightRecording::frame).toList());
    }

    /// Without what the JVM made up for this run, whose names say nothing. A call out of Java (by the Foreign Function & Memory API) is such
    /// code: the method that makes it stands for it.
    ///
    /// @param frames the outermost first
    static List<Frame> named(List<Frame> frames) {
        var named = new ArrayList<>(frames);
        named.removeIf(frame -> frame.name().matches(MADE_UP));
        if (!named.isEmpty() && !named.getLast().equals(frames.getLast())) {
            named.add(new Frame(named.removeLast().name(), Layer.NATIVE));
        }
        return named;
    }

    private static Frame frame(RecordedFrame frame) {
        var method = frame.getMethod();
        return new Frame(
                method.getType().getName() + "." + method.getName(),
                Modifier.isNative(method.getModifiers()) ? Layer.NATIVE : Layer.JAVA);
    }

    private static void jcmd(long pid, String... command) throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var words = new ArrayList<>(List.of(jcmd, "" + pid));
        words.addAll(List.of(command));
        var said = Tool.of(words.toArray(String[]::new)).run();
        if (!said.succeeded() || said.text().contains("Exception")) {
            throw new IOException(
                    "jcmd cannot record process %s (%s): %s; only a JVM of JDK 25 or later on Linux can be profiled"
                            .formatted(pid, command[0], said.text()));
        }
    }
}
