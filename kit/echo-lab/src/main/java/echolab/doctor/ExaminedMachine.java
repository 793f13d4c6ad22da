package echolab.doctor;

import com.sun.management.OperatingSystemMXBean;
import echolab.process.KernelFile;
import echolab.process.ProcessFigures;
import echolab.process.Programs;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What can be seen of a machine. All that the doctor looks at comes through here, so that a test can show it another
/// machine than the one it runs on.
///
/// @param files where the file tree begins: `/`
/// @param project the folder of this clone
/// @param home the user's folder
/// @param path the value of `PATH`
/// @param javaFeature the number of the Java version, 25
/// @param java its full version and where it lies
/// @param system the name of the operating system, as in `os.name`
/// @param architecture as in `os.arch`
/// @param cores those that this process may use
/// @param descriptorLimit most open files of this process; empty where it is not known
/// @param memory bytes of RAM
public record ExaminedMachine(
        Path files,
        Path project,
        Path home,
        String path,
        int javaFeature,
        String java,
        String system,
        String architecture,
        int cores,
        OptionalLong descriptorLimit,
        long memory) {

    static final long GIB = 1L << 30;

    /// The machine that this runs on.
    public static ExaminedMachine thisOne() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new ExaminedMachine(
                Path.of("/"),
                Path.of(System.getProperty("echolab.root", "")).toAbsolutePath(),
                userFolder(),
                Optional.ofNullable(System.getenv("PATH")).orElse(""),
                Runtime.version().feature(),
                System.getProperty("java.version") + " in " + System.getProperty("java.home"),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                ProcessFigures.descriptorLimit(),
                system.getTotalMemorySize());
    }

    /// The wrapper asks the environment, which may differ from what the user database and so `user.home` say.
    private static Path userFolder() {
        return Path.of(System.getenv().getOrDefault("HOME", System.getProperty("user.home")));
    }

    boolean isLinux() {
        return system.equals("Linux");
    }

    /// Where the first of these programs lies that is on the path.
    Optional<Path> program(List<String> names) {
        return Programs.in(path, names);
    }

    /// The lines of a file such as `proc/meminfo`, or of one with a whole path; none where it is not there.
    List<String> lines(String file) {
        return KernelFile.read(files.resolve(file)).stream().flatMap(String::lines).toList();
    }
}
