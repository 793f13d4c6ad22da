package echolab.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The system calls that a running process makes. `strace` attaches to it and to all its threads, and counts them or
/// writes them down.
///
/// Attaching is what `ptrace(2)` allows: one's own processes, in most systems. Yama (`kernel.yama.ptrace_scope`) may
/// narrow that to one's descendants, which our servers are not for `strace` when it starts beside them; and a container
/// may forbid it. Then [#count] and [#record] say so in a sentence.
public final class Strace implements AutoCloseable {

    /// `strace` is not there, or may not look.
    public static final class UnavailableException extends IOException {

        private static final long serialVersionUID = 1L;

        UnavailableException(String why) {
            super(why);
        }
    }

    private static final Duration POLL = Duration.ofMillis(20);
    private static final String COUNTS = "counts";
    private static final String CALLS = "calls";

    private final Path folder;
    private final Process process;
    private final Duration limit;

    private Strace(Path folder, Process process, Duration limit) {
        this.folder = folder;
        this.process = process;
        this.limit = limit;
    }

    /// Counts calls by name from now on.
    ///
    /// @throws UnavailableException when `strace` is not installed, or may not attach
    public static Strace count(long pid, Duration limit) throws IOException {
        return attach(pid, limit, COUNTS, List.of("-c", "-f"));
    }

    /// Writes down each call from now on, a file a thread: a call's line is then never broken in two by another
    /// thread's.
    ///
    /// `-ttt` is the wall clock when a call begins, to the microsecond, and `-T` how long it lasted; `-yy` shows of a
    /// descriptor what it is, for example `7<TCP:[127.0.0.1:8888->127.0.0.1:40000]>`.
    ///
    /// @throws UnavailableException when `strace` is not installed, or may not attach
    public static Strace record(long pid, Duration limit) throws IOException {
        return attach(pid, limit, CALLS, List.of("-ff", "-ttt", "-T", "-yy", "-s", "16"));
    }

    /// Lets the first calls of each thread from now on fail, which the kernel then never sees.
    ///
    /// @param calls their names, with commas between them
    /// @param error as in `errno(3)`
    /// @throws UnavailableException when `strace` is not installed, or may not attach
    public static Strace inject(long pid, Duration limit, String calls, String error, int times)
            throws IOException {
        var inject = "inject=%s:error=%s:when=1..%s".formatted(calls, error, times);
        return attach(pid, limit, CALLS, List.of("-f", "-e", "trace=" + calls, "-e", inject));
    }

    private static Strace attach(long pid, Duration limit, String file, List<String> options)
            throws IOException {
        if (!Programs.onPath("strace")) {
            throw new UnavailableException(
                    "strace is not installed; Debian has it in its package strace");
        }
        var folder = Files.createTempDirectory("echo-lab");
        var words = new ArrayList<>(List.of("strace", "-o", folder.resolve(file).toString()));
        words.addAll(options);
        words.addAll(List.of("-p", String.valueOf(pid)));
        var process = ChildProgram.of(words).redirectError(folder.resolve("said").toFile()).start();
        var strace = new Strace(folder, process, limit);
        try {
            strace.awaitAttached();
            return strace;
        } catch (IOException | RuntimeException e) {
            strace.close();
            throw e;
        }
    }

    /// Stops looking, and gives the calls that were counted: by name, as strace sorts them, those that took the most
    /// time first.
    public Map<String, Long> counts() throws IOException {
        detach();
        return parseCounts(Files.readAllLines(folder.resolve(COUNTS)));
    }

    /// Stops looking, and gives what each thread did, a line a call, by thread number.
    public Map<Integer, List<String>> calls() throws IOException {
        detach();
        var threads = new TreeMap<Integer, List<String>>();
        try (var files = Files.newDirectoryStream(folder, CALLS + ".*")) {
            for (var file : files) {
                var number = file.getFileName().toString().substring(CALLS.length() + 1);
                threads.put(Integer.valueOf(number), Files.readAllLines(file));
            }
        }
        return threads;
    }

    /// Stops looking, and tells how many calls it let fail.
    public long injected() throws IOException {
        detach();
        try (var lines = Files.lines(folder.resolve(CALLS))) {
            return lines.filter(line -> line.contains("(INJECTED)")).count();
        }
    }

    /// The columns are `% time, seconds, usecs/call, calls, errors (or nothing), syscall`.
    static Map<String, Long> parseCounts(List<String> lines) {
        var calls = new LinkedHashMap<String, Long>();
        for (var line : lines) {
            var columns = line.strip().split("\\s+");
            var name = columns[columns.length - 1];
            if (columns.length >= 5 && columns[3].matches("\\d+") && !name.equals("total")) {
                calls.put(name, Long.valueOf(columns[3]));
            }
        }
        return calls;
    }

    private void awaitAttached() throws IOException {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!said().contains("attached")) {
            if (ChildProgram.endsWithin(POLL, process, "strace")) {
                throw new UnavailableException(
                        """
                        strace may not look at a process here: a container needs the capability SYS_PTRACE; where \
                        kernel.yama.ptrace_scope is 1, run as root or set it to 0. It said: %s\
                        """
                                .formatted(said()));
            }
            if (System.nanoTime() > deadline) {
                throw new IOException(
                        "strace has not attached within %s s: %s"
                                .formatted(limit.toSeconds(), said()));
            }
        }
    }

    /// SIGINT makes it let go of the process, which goes on, and write what it has.
    private void detach() throws IOException {
        if (process.isAlive()) {
            Tool.of("kill", "-INT", "" + process.pid()).run();
            if (!ChildProgram.endsWithin(limit, process, "strace")) {
                throw new IOException(
                        "strace does not end within %s s".formatted(limit.toSeconds()));
            }
        }
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said")).strip();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        if (!ChildProgram.endsWithin(limit, process, "strace")) {
            process.destroyForcibly();
        }
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
