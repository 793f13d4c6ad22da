package echolab.doctor;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalLong;

/// A machine that is not this one: its files lie in a temporary folder.
record OtherMachine(Path files) {

    Diagnosis finding(String subject, ExaminedMachine machine) {
        return Diagnosis.all(machine).stream()
                .filter(finding -> finding.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    ExaminedMachine linux() {
        return machine("Linux", 25, 4, 20_000, 8);
    }

    ExaminedMachine machine(String system, int java, int cores, long descriptors, long gib) {
        return new ExaminedMachine(
                files,
                files,
                files,
                files.resolve("bin").toString(),
                java,
                java + " in /jdk",
                system,
                "amd64",
                cores,
                OptionalLong.of(descriptors),
                gib << 30);
    }

    void portRange(int first, int last) throws IOException {
        write("proc/sys/net/ipv4/ip_local_port_range", first + "\t" + last + "\n");
    }

    Path program(String name) throws IOException {
        var file = write("bin/" + name, "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        assumeTrue(Files.isExecutable(file), () -> file + " may not run: is it mounted noexec?");
        return file;
    }

    Path write(String file, String text) throws IOException {
        var path = files.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }
}
