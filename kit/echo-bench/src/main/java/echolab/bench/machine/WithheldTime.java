package echolab.bench.machine;

import echolab.process.KernelFile;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The time for which the machine kept the CPUs of a benchmark from us: the hypervisor gave them to others (`steal` in
/// `proc_stat(5)`, in ticks of 10 ms), or a quota of our control group was used up (`throttled_usec` of `cpu.stat`, cgroup v2).
public final class WithheldTime {

    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int STEAL = 8;

    private final List<String> cpus;

    public WithheldTime(Pinning pinning) {
        this.cpus =
                Stream.of(pinning.serverCpus(), pinning.pinnedLoadCpus())
                        .flatMap(List::stream)
                        .distinct()
                        .map(cpu -> "cpu" + cpu)
                        .toList();
    }

    /// Until now, over all of them, in nanoseconds; empty where nothing is pinned or the system does not tell.
    public OptionalLong nanos() {
        var stat = KernelFile.read(Path.of("/proc/stat"));
        return cpus.isEmpty() || stat.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(stolen(stat.get(), cpus) + throttled());
    }

    static long stolen(String stat, List<String> cpus) {
        return stat.lines()
                .map(line -> line.split(" +"))
                .filter(words -> cpus.contains(words[0]))
                .mapToLong(words -> Long.parseLong(words[STEAL]) * TICK)
                .sum();
    }

    /// None where there is no such group: nothing limits us then.
    private static long throttled() {
        var stat = KernelFile.ofControlGroup(Path.of("/"), "cpu.stat");
        return KernelFile.after("throttled_usec ", stat).map(Long::valueOf).orElse(0L) * 1000;
    }
}
