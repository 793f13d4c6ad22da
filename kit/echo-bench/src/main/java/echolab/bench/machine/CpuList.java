package echolab.bench.machine;

import echolab.process.KernelFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which CPUs this process may use. Reads the kernel's notation for a set of CPUs, for example `0-3,8`.
final class CpuList {

    private CpuList() {}

    /// The numbers in the list, in its order.
    static List<Integer> parse(String list) {
        return Stream.of(list.strip().split(",")).flatMap(part -> range(part).boxed()).toList();
    }

    /// Those that this process may use; none where the system does not tell.
    static List<Integer> allowed() {
        return KernelFile.after("Cpus_allowed_list:", KernelFile.read(Path.of("/proc/self/status")))
                .map(CpuList::parse)
                .orElse(List.of());
    }

    /// Of these, one of each core but the first one's, on its socket, the last ones first; the last of all, if there is none such.
    ///
    /// @param folder of the kernel's files about CPUs
    static List<Integer> apartFromFirst(List<Integer> cpus, Path folder) {
        var socket = topology(folder, cpus.getFirst(), "physical_package_id");
        var taken = new HashSet<>(threadsOfCore(folder, cpus.getFirst()));
        var apart = new ArrayList<Integer>();
        for (var cpu : cpus.reversed()) {
            if (!taken.contains(cpu)
                    && topology(folder, cpu, "physical_package_id").equals(socket)) {
                taken.addAll(threadsOfCore(folder, cpu));
                apart.add(cpu);
            }
        }
        return apart.isEmpty() ? List.of(cpus.getLast()) : apart;
    }

    private static List<Integer> threadsOfCore(Path folder, int cpu) {
        var siblings = topology(folder, cpu, "thread_siblings_list");
        return siblings.map(CpuList::parse).orElse(List.of(cpu));
    }

    private static Optional<String> topology(Path folder, int cpu, String what) {
        return KernelFile.read(folder.resolve("cpu" + cpu, "topology", what));
    }

    private static IntStream range(String part) {
        var ends = part.split("-");
        return IntStream.rangeClosed(
                Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
    }
}
