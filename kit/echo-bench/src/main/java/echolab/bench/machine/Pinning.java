package echolab.bench.machine;

import echolab.process.Programs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Which CPU the servers get, and which the load.
///
/// All servers share one CPU, as only one of them is visited at a time; the load has another, so that neither takes time
/// from the other: two CPUs that are no two threads of one core, and are of one socket, as far as there are such.
///
/// @param serverCpu empty when nothing is pinned
/// @param loadCpu empty when nothing is pinned
/// @param whyNot a sentence, when nothing is pinned
public record Pinning(OptionalInt serverCpu, OptionalInt loadCpu, Optional<String> whyNot) {

    private static final Path CPUS = Path.of("/sys/devices/system/cpu");

    /// For this process, by what it is allowed.
    public static Pinning choose() {
        return choose(CpuList.allowed(), Programs.onPath("taskset"), CPUS);
    }

    static Pinning choose(List<Integer> allowed, boolean hasTaskset, Path cpus) {
        if (!hasTaskset) {
            return unpinned(
                    "not pinned to CPUs: taskset is not there (Linux only; package util-linux)");
        }
        if (allowed.size() < 2) {
            return unpinned(
                    "not pinned to CPUs: servers and load share %s CPU, and disturb each other"
                            .formatted(allowed.size()));
        }
        return new Pinning(
                OptionalInt.of(allowed.getFirst()),
                OptionalInt.of(CpuList.apartFromFirst(allowed, cpus)),
                Optional.empty());
    }

    /// What the words of a server are put behind; empty when nothing is pinned.
    public List<String> serverPrefix() {
        return prefix(serverCpu);
    }

    /// What the words of a load generator are put behind; empty when nothing is pinned.
    public List<String> loadPrefix() {
        return prefix(loadCpu);
    }

    private static Pinning unpinned(String why) {
        return new Pinning(OptionalInt.empty(), OptionalInt.empty(), Optional.of(why));
    }

    private static List<String> prefix(OptionalInt cpu) {
        return cpu.isPresent()
                ? List.of("taskset", "-c", String.valueOf(cpu.getAsInt()))
                : List.of();
    }
}
