package echolab.process;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// What a process uses. Read from Linux's `/proc`; elsewhere a figure is empty unless Java itself knows it.
///
/// Sources: `proc_pid_status(5)`, and `Documentation/scheduler/sched-stats.rst` of the kernel for `schedstat`.
public final class ProcessFigures {

    private final ProcessHandle process;
    private final Path proc;

    public ProcessFigures(ProcessHandle process) {
        this.process = process;
        this.proc = Path.of("/proc", String.valueOf(process.pid()));
    }

    /// CPU time of all its threads, also of those that have ended, in nanoseconds.
    ///
    /// Where this JVM may not call the system, it is in steps of 10 ms on Linux: for a second or more of work.
    public OptionalLong cpuNanos() {
        var clock = CpuClock.nanos(process.pid());
        return clock.isPresent()
                ? clock
                : process.info().totalCpuDuration().stream()
                        .mapToLong(d -> d.toNanos())
                        .findFirst();
    }

    /// CPU time in the kernel of all its threads (`stime` of `proc_pid_stat(5)`), in steps of 10 ms.
    public OptionalLong kernelNanos() {
        // the name of the program, in brackets, may have blanks in it
        return KernelFile.read(proc.resolve("stat")).stream()
                .map(stat -> stat.substring(stat.lastIndexOf(')') + 2).split(" "))
                .mapToLong(words -> Long.parseLong(words[12]) * 10_000_000)
                .findFirst();
    }

    /// How long its living threads were ready to run and waited for a CPU, summed over them, in nanoseconds. Threads of one
    /// process wait for each other, too.
    public OptionalLong waitNanos() {
        try (var tasks = Files.list(proc.resolve("task"))) {
            return OptionalLong.of(tasks.mapToLong(ProcessFigures::waitTime).sum());
        } catch (IOException _) {
            return OptionalLong.empty();
        }
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

    /// How many file descriptors this process, and each that it starts, may have open (`ulimit -n`).
    public static OptionalLong descriptorLimit() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof UnixOperatingSystemMXBean unix
                ? OptionalLong.of(unix.getMaxFileDescriptorCount())
                : OptionalLong.empty();
    }

    /// Open file descriptors.
    public OptionalLong descriptors() {
        try (var files = Files.list(proc.resolve("fd"))) {
            return OptionalLong.of(files.count());
        } catch (IOException _) {
            return OptionalLong.empty();
        }
    }

    /// None of a thread that ended between the listing and this line.
    private static long waitTime(Path task) {
        var said = KernelFile.read(task.resolve("schedstat"));
        return said.map(figures -> Long.parseLong(figures.split(" ")[1])).orElse(0L);
    }

    private OptionalLong line(String file, String key, long unit) {
        return KernelFile.after(key, KernelFile.read(proc.resolve(file))).stream()
                .mapToLong(said -> Long.parseLong(said.replaceAll("\\D", "")) * unit)
                .findFirst();
    }
}
