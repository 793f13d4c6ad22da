package echolab.bench.machine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which CPUs this process may use. Reads the kernel's notation for a set of CPUs, for example `0-3,8`.
final class CpuList {

    private static final String KEY = "Cpus_allowed_list:";

    private CpuList() {}

    /// The numbers in the list, in its order.
    static List<Integer> parse(String list) {
        return Stream.of(list.strip().split(",")).flatMap(part -> range(part).boxed()).toList();
    }

    /// Those that this process may use; none where the system does not tell.
    static List<Integer> allowed() {
        return KernelFile.read(Path.of("/proc/self/status")).stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(KEY))
                .map(line -> parse(line.substring(KEY.length())))
                .findFirst()
                .orElse(List.of());
    }

    /// Of these, the last that is no thread of the first one's core, and on its socket; the last of all, if there is none such.
    ///
    /// @param folder of the kernel's files about CPUs
    static int apartFromFirst(List<Integer> cpus, Path folder) {
        var first = cpus.getFirst();
        var core = topology(folder, first, "thread_siblings_list");
        var socket = topology(folder, first, "physical_package_id");
        var siblings = core.map(CpuList::parse).orElse(List.of(first));
        return cpus.stream()
                .skip(1)
                .filter(cpu -> !siblings.contains(cpu))
                .filter(cpu -> topology(folder, cpu, "physical_package_id").equals(socket))
                .reduce((_, later) -> later)
                .orElse(cpus.getLast());
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
