package echolab.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// What a process uses. Read from Linux's `/proc`; elsewhere a figure is empty unless Java itself knows it.
///
/// Sources: `proc_pid_status(5)`, and `Documentation/scheduler/sched-stats.rst` of the kernel for `schedstat`.
public final class ProcessFigures {

    private final ProcessHandle process;
    private final Path proc;

    private ProcessFigures(ProcessHandle process) {
        this.process = process;
        this.proc = Path.of("/proc", String.valueOf(process.pid()));
    }

    public static ProcessFigures of(ProcessHandle process) {
        return new ProcessFigures(process);
    }

    /// CPU time of its living threads, in nanoseconds.
    ///
    /// The time of a thread that has ended is not in it. `/proc/PID/stat` would have that, in ticks of 10 ms: too
    /// coarse for a slice of 300 ms. So compare two readings only while the threads stay the same.
    public OptionalLong cpuNanos() {
        if (!Files.isDirectory(proc)) {
            return process.info().totalCpuDuration().stream()
                    .mapToLong(d -> d.toNanos())
                    .findFirst();
        }
        try (var tasks = Files.newDirectoryStream(proc.resolve("task"))) {
            var sum = 0L;
            for (var task : tasks) {
                sum += runTime(task.resolve("schedstat"));
            }
            return OptionalLong.of(sum);
        } catch (IOException _) {
            return OptionalLong.empty();
        }
    }

    /// CPU time of all its threads, also of those that have ended, in nanoseconds: in steps of 10 ms, so for a second
    /// or more of work.
    public OptionalLong cpuNanosWithEnded() {
        return process.info()
                .totalCpuDuration()
                .map(cpu -> OptionalLong.of(cpu.toNanos()))
                .orElse(OptionalLong.empty());
    }

    /// Memory in RAM (`VmRSS`), in bytes. The kernel counts it in batches for each CPU: it may be some hundred KiB off.
    public OptionalLong residentBytes() {
        return line("status", "VmRSS:", 1024);
    }

    /// The same, counted page by page (`smaps_rollup`, `proc_pid_smaps(5)`), which takes a moment.
    public OptionalLong residentBytesExactly() {
        var exactly = line("smaps_rollup", "Rss:", 1024);
        return exactly.isPresent() ? exactly : residentBytes();
    }

    /// Threads of the operating system.
    public OptionalLong threads() {
        return line("status", "Threads:", 1);
    }

    /// Open file descriptors.
    public OptionalLong descriptors() {
        try (var files = Files.list(proc.resolve("fd"))) {
            return OptionalLong.of(files.count());
        } catch (IOException _) {
            return OptionalLong.empty();
        }
    }

    private static long runTime(Path schedstat) {
        try {
            var line = Files.readString(schedstat);
            return Long.parseLong(line, 0, line.indexOf(' '), 10);
        } catch (IOException _) {
            return 0; // the thread ended between the listing and this line
        }
    }

    private OptionalLong line(String file, String key, long unit) {
        try (var lines = Files.lines(proc.resolve(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * unit)
                    .findFirst();
        } catch (IOException _) {
            return OptionalLong.empty();
        }
    }
}
