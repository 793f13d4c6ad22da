package echolab.bench.machine;

import echolab.process.KernelFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/// Where something was measured.
///
/// @param cpu the model's name, or the architecture where the system does not tell
/// @param cores that this process may use
/// @param memoryBytes of RAM
/// @param kernel name and version of the operating system
/// @param architecture as Java names it, for example `amd64`
/// @param jdk vendor and version
/// @param conditions how its kernel runs the CPUs; missing in what is older than this
public record Machine(
        String cpu,
        int cores,
        OptionalLong memoryBytes,
        String kernel,
        String architecture,
        String jdk,
        Optional<Conditions> conditions) {

    public static Machine here() {
        return new Machine(
                cpuModel(),
                Runtime.getRuntime().availableProcessors(),
                memory(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("os.arch"),
                System.getProperty("java.vendor") + " " + Runtime.version(),
                Optional.of(Conditions.here()));
    }

    private static String cpuModel() {
        return KernelFile.after("model name", KernelFile.read(Path.of("/proc/cpuinfo")))
                .map(name -> name.replaceFirst("^: *", ""))
                .orElse(System.getProperty("os.arch"));
    }

    private static OptionalLong memory() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? OptionalLong.of(system.getTotalMemorySize())
                : OptionalLong.empty();
    }
}
