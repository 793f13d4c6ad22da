package echolab.contract;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// Which system calls does a process make? Counts them with `strace -c -f` while it is attached.
final class Strace implements AutoCloseable {

    private final Path directory;
    private final Process process;
    private final Duration patience;

    private Strace(Path directory, Process process, Duration patience) {
        this.directory = directory;
        this.process = process;
        this.patience = patience;
    }

    /// Returns once it counts.
    static Strace attach(long pid, Duration patience) throws IOException {
        var directory = Files.createTempDirectory("echo-lab");
        var strace = new Strace(directory, launch(directory, pid), patience);
        try {
            Wait.until(
                    patience,
                    () -> !strace.process.isAlive() || strace.said().contains("attached"),
                    () -> "strace has not attached: " + strace.said());
            if (!strace.process.isAlive()) {
                abort("not applicable: strace may not look at a process here: " + strace.said());
            }
            return strace;
        } catch (RuntimeException | AssertionError e) {
            strace.close();
            throw e;
        }
    }

    private static Process launch(Path directory, long pid) throws IOException {
        var counts = directory.resolve("counts").toString();
        try {
            return new ProcessBuilder("strace", "-c", "-f", "-o", counts, "-p", String.valueOf(pid))
                    .redirectError(directory.resolve("said").toFile())
                    .start();
        } catch (IOException _) {
            Files.deleteIfExists(directory.resolve("said"));
            Files.delete(directory);
            return abort(
                    "not applicable: strace is not installed; Debian has it in its package strace");
        }
    }

    private String said() {
        try {
            return Files.readString(directory.resolve("said")).strip();
        } catch (IOException e) {
            return e.toString();
        }
    }

    /// Stops counting.
    ///
    /// @return calls by name, as strace sorts them: those that took the most time first
    Map<String, Long> detach() throws IOException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start();
        Wait.until(patience, () -> !process.isAlive(), () -> "strace does not end");
        var calls = new LinkedHashMap<String, Long>();
        for (var line : Files.readAllLines(directory.resolve("counts"))) {
            // % time, seconds, usecs/call, calls, errors (or nothing), syscall
            var columns = line.strip().split("\\s+");
            var name = columns[columns.length - 1];
            if (columns.length >= 5 && columns[3].matches("\\d+") && !name.equals("total")) {
                calls.put(name, Long.valueOf(columns[3]));
            }
        }
        return calls;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        Wait.until(patience, () -> !process.isAlive(), () -> "strace does not end");
        Files.deleteIfExists(directory.resolve("counts"));
        Files.deleteIfExists(directory.resolve("said"));
        Files.delete(directory);
    }
}
