package echolab.bench.machine;

import echolab.process.Programs;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which CPU the servers get, and which the load.
///
/// All servers share one CPU, as only one of them is visited at a time, and one with several event loops has as many; the load has others, so that neither takes time
/// from the other: no threads of the servers' core, and of its socket, as far as there are such. One load process may do no more before the server
/// does, so it has up to three, each on a core; the core that is left is for all else on the machine. Where servers need all cores, the load
/// shares the last.
///
/// @param serverCpus one, or as many as a server has loops at most; empty when nothing is pinned
/// @param loadCpus of each load process, of which there is at least one: empty when nothing is pinned, and alike where they share one
/// @param whyNot a sentence, when nothing is pinned
public record Pinning(
        List<Integer> serverCpus, List<OptionalInt> loadCpus, Optional<String> whyNot) {

    private static final Path CPUS = Path.of("/sys/devices/system/cpu");
    private static final int MOST_LOADS = 3;

    /// For this process, by what it is allowed.
    public static Pinning choose() {
        return choose(Optional.empty(), 1);
    }

    /// @param loads how many load processes there are; empty for what there are cores for
    /// @param loops how many event loops a server has at most
    /// @throws IllegalArgumentException when there are fewer CPUs than that, as a sentence
    public static Pinning choose(Optional<Integer> loads, int loops) {
        return choose(CpuList.allowed(), loads, loops, Programs.onPath("taskset"), CPUS);
    }

    /// One load, and nothing pinned.
    ///
    /// @param why a sentence
    public static Pinning none(String why) {
        return unpinned(Optional.empty(), why);
    }

    static Pinning choose(
            List<Integer> allowed,
            Optional<Integer> loads,
            int loops,
            boolean hasTaskset,
            Path cpus) {
        if (!allowed.isEmpty() && loops > allowed.size()) {
            throw new IllegalArgumentException(
                    "--loops %s wants as many CPUs for a server, and there are %s"
                            .formatted(loops, allowed.size()));
        }
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
        var cores = CpuList.apartFromFirst(allowed, cpus);
        var servers =
                Stream.of(allowed.subList(0, 1), cores.reversed(), allowed)
                        .flatMap(List::stream)
                        .distinct()
                        .limit(loops)
                        .toList();
        var apart = cores.stream().filter(cpu -> !servers.contains(cpu)).toList();
        var free = apart.isEmpty() ? allowed.reversed().subList(0, 1) : apart;
        var usual = Math.clamp(free.size() - 1, 1, MOST_LOADS);
        return new Pinning(
                servers,
                IntStream.range(0, loads.orElse(usual))
                        .mapToObj(load -> OptionalInt.of(free.get(load % free.size())))
                        .toList(),
                Optional.empty());
    }

    /// The same with no more load processes than so many.
    public Pinning withLoads(int most) {
        return new Pinning(serverCpus, loadCpus.stream().limit(most).toList(), whyNot);
    }

    /// Of servers with one loop; empty when nothing is pinned.
    public OptionalInt serverCpu() {
        return serverCpus.stream().mapToInt(Integer::intValue).findFirst();
    }

    /// Of servers with the most loops, where they have several.
    public Optional<List<Integer>> severalServerCpus() {
        return Optional.of(serverCpus).filter(cpus -> cpus.size() > 1);
    }

    /// Of the first load process, or of the only one.
    public OptionalInt loadCpu() {
        return loadCpus.getFirst();
    }

    /// Of all load processes, where there are several and they are pinned.
    public Optional<List<Integer>> severalLoadCpus() {
        return Optional.of(pinnedLoadCpus()).filter(cpus -> cpus.size() > 1);
    }

    List<Integer> pinnedLoadCpus() {
        return loadCpus.stream().flatMapToInt(OptionalInt::stream).boxed().toList();
    }

    /// What the words of a server are put behind; empty when nothing is pinned.
    public List<String> serverPrefix() {
        return serverPrefix(1);
    }

    /// The same for a server with so many event loops.
    public List<String> serverPrefix(int loops) {
        return prefix(serverCpus.stream().limit(loops).map(String::valueOf));
    }

    /// What the words of each load process are put behind; empty when nothing is pinned.
    public List<List<String>> loadPrefixes() {
        return loadCpus.stream()
                .map(cpu -> prefix(cpu.stream().mapToObj(String::valueOf)))
                .toList();
    }

    private static Pinning unpinned(Optional<Integer> loads, String why) {
        var none = Collections.nCopies(loads.orElse(1), OptionalInt.empty());
        return new Pinning(List.of(), none, Optional.of(why));
    }

    private static List<String> prefix(Stream<String> cpus) {
        var list = cpus.collect(Collectors.joining(","));
        return list.isEmpty() ? List.of() : List.of("taskset", "-c", list);
    }
}
