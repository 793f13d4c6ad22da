package echolab.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Whether the operating system, the JDK and Maven are those that the build needs.
final class Tools {

    private static final Set<String> ARCHITECTURES = Set.of("amd64", "x86_64", "aarch64");

    private Tools() {}

    static Diagnosis system(ExaminedMachine machine) {
        var seen = machine.system() + ", " + machine.architecture();
        if (!machine.isLinux()) {
            return Diagnosis.limited(
                    "system",
                    seen,
                    "step 05 needs epoll, and what a server uses is read from /proc: for both, use the devcontainer");
        }
        if (!ARCHITECTURES.contains(machine.architecture())) {
            return Diagnosis.limited(
                    "system", seen, "tried on x86-64 only; the steps in plain Java should run");
        }
        return Diagnosis.good("system", seen);
    }

    static Diagnosis jdk(ExaminedMachine machine) {
        if (machine.javaFeature() != 25) {
            return Diagnosis.broken(
                    "JDK",
                    machine.java(),
                    "the course is written for Java 25: start it by ./lab, which finds a JDK 25");
        }
        return Diagnosis.good("JDK", machine.java());
    }

    static Diagnosis maven(ExaminedMachine machine) {
        var unpacked = machine.home().resolve(".m2/wrapper/dists");
        var version = wrapperVersion(machine);
        if (holdsFolder(unpacked, "apache-maven-" + version)) {
            return Diagnosis.good("Maven", version + ", by the wrapper ./mvnw");
        }
        return machine.program(List.of("mvn"))
                .map(mvn -> Diagnosis.good("Maven", mvn + ", until the wrapper fetches " + version))
                .orElseGet(() ->
                        Diagnosis.limited(
                                "Maven",
                                "not there yet",
                                "the first build downloads it (9 MB), which needs a network"));
    }

    private static String wrapperVersion(ExaminedMachine machine) {
        var properties = machine.project().resolve(".mvn/wrapper/maven-wrapper.properties");
        try (var lines = Files.lines(properties)) {
            return lines.filter(line -> line.startsWith("distributionUrl="))
                    .map(line -> line.replaceAll(".*apache-maven-(.*)-bin\\..*", "$1"))
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException _) {
            return "unknown";
        }
    }

    private static boolean holdsFolder(Path parent, String name) {
        return Files.isDirectory(parent.resolve(name));
    }
}
