package echolab.doctor;

import java.nio.file.Files;
import java.util.List;
import java.util.Set;

/// Whether the operating system, the JDK and Maven are those that the build needs.
final class Tools {

    private static final Set<String> ARCHITECTURES = Set.of("amd64", "x86_64", "aarch64");

    private Tools() {}

    static Diagnosis system(ExaminedMachine machine) {
        return Diagnosis.good("system", machine.system() + ", " + machine.architecture())
                .limitedIf(
                        !machine.isLinux(),
                        "step 05 needs epoll, and what a server uses is read from /proc: for both, use the devcontainer")
                .limitedIf(
                        !ARCHITECTURES.contains(machine.architecture()),
                        "tried on x86-64 only; the steps in plain Java should run");
    }

    static Diagnosis jdk(ExaminedMachine machine) {
        return Diagnosis.good("JDK", machine.java())
                .brokenIf(
                        machine.javaFeature() != 25,
                        "the course is written for Java 25: start it by ./lab, which finds a JDK 25");
    }

    static Diagnosis maven(ExaminedMachine machine) {
        var version = wrapperVersion(machine);
        var unpacked = machine.home().resolve(".m2/wrapper/dists/apache-maven-" + version);
        if (Files.isDirectory(unpacked)) {
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
        return machine.lines(properties.toString()).stream()
                .filter(line -> line.startsWith("distributionUrl="))
                .map(line -> line.replaceAll(".*apache-maven-(.*)-bin\\..*", "$1"))
                .findFirst()
                .orElse("unknown");
    }
}
