package echolab.bench.machine;

import echolab.process.Programs;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Which CPU the servers get, and which the load.
///
/// All servers share one CPU, as only one of them is visited at a time; the load has others, so that neither takes time
/// from the other: no threads of the servers' core, and of its socket, as far as there are such. One load process may do no more before the server
/// does, so it has up to three, each on a core; the core that is left is for all else on the machine.
///
/// @param serverCpu empty when nothing is pinned
/// @param loadCpus of each load process, of which there is at least one: empty when nothing is pinned, and alike where they share one
/// @param whyNot a sentence, when nothing is pinned
public record Pinning(OptionalInt serverCpu, List<OptionalInt> loadCpus, Optional<String> whyNot) {

    private static final Path CPUS = Path.of("/sys/devices/system/cpu");
    private static final int MOST_LOADS = 3;

    /// For this process, by what it is allowed.
    public static Pinning choose() {
        return choose(Optional.empty());
    }

    /// @param loads how many load processes there are; empty for what there are cores for
    public static Pinning choose(Optional<Integer> loads) {
        return choose(CpuList.allowed(), loads, Programs.onPath("taskset"), CPUS);
    }

    /// One load, and nothing pinned.
    ///
    /// @param why a sentence
    public static Pinning none(String why) {
        return unpinned(Optional.empty(), why);
    }

    static Pinning choose(
            List<Integer> allowed, Optional<Integer> loads, boolean hasTaskset, Path cpus) {
        if (!hasTaskset) {
            return unpinned(
                    loads,
                    "not pinned to CPUs: taskset is not there (Linux only; package util-linux)");
        }
        if (allowed.size() < 2) {
            return unpinned(
                    loads,
                    "not pinned to CPUs: servers and load share %s CPU, and disturb each other"
                            .formatted(allowed.size()));
        }
        var free = CpuList.apartFromFirst(allowed, cpus);
        var usual = Math.clamp(free.size() - 1, 1, MOST_LOADS);
        return new Pinning(
                OptionalInt.of(allowed.getFirst()),
                IntStream.range(0, loads.orElse(usual))
                        .mapToObj(load -> OptionalInt.of(free.get(load % free.size())))
                        .toList(),
                Optional.empty());
    }

    /// The same with no more load processes than so many.
    public Pinning withLoads(int most) {
        return new Pinning(serverCpu, loadCpus.stream().limit(most).toList(), whyNot);
    }

    /// Of the first load process, or of the only one.
    public OptionalInt loadCpu() {
        return loadCpus.getFirst();
    }

    /// Of all load processes, where there are several and they are pinned.
    public Optional<List<Integer>> severalLoadCpus() {
        return Optional.of(loadCpus.stream().flatMapToInt(OptionalInt::stream).boxed().toList())
                .filter(cpus -> cpus.size() > 1);
    }

    /// What the words of a server are put behind; empty when nothing is pinned.
    public List<String> serverPrefix() {
        return prefix(serverCpu);
    }

    /// What the words of each load process are put behind; empty when nothing is pinned.
    public List<List<String>> loadPrefixes() {
        return loadCpus.stream().map(Pinning::prefix).toList();
    }

    private static Pinning unpinned(Optional<Integer> loads, String why) {
        var none = Collections.nCopies(loads.orElse(1), OptionalInt.empty());
        return new Pinning(OptionalInt.empty(), none, Optional.of(why));
    }

    private static List<String> prefix(OptionalInt cpu) {
        return cpu.isPresent()
                ? List.of("taskset", "-c", String.valueOf(cpu.getAsInt()))
                : List.of();
    }
}
