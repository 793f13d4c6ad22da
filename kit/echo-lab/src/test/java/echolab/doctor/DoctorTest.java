package echolab.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.doctor.Finding.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Shows the doctor machines that are not this one: their files lie in a temporary folder.
@DisplayName("The doctor")
final class DoctorTest {

    @TempDir private Path files;

    @Test
    void finds_nothing_to_do_on_a_machine_that_has_everything() throws IOException {
        portRange(32_768, 60_999);

        assertThat(finding("system", linux()).level()).isEqualTo(Level.GOOD);
        assertThat(finding("JDK", linux()).level()).isEqualTo(Level.GOOD);
        assertThat(finding("cores", linux()).level()).isEqualTo(Level.GOOD);
        assertThat(finding("memory", linux()).level()).isEqualTo(Level.GOOD);
        assertThat(finding("descriptors", linux()).level()).isEqualTo(Level.GOOD);
        assertThat(finding("ports", linux()).seen()).startsWith("28,232 of 28,232");
    }

    @Test
    void refuses_another_JDK() {
        var finding = finding("JDK", machine("Linux", 21, 4, 20_000, 8));

        assertThat(finding.level()).isEqualTo(Level.BROKEN);
        assertThat(finding.advice()).contains("./lab");
    }

    @Test
    void says_how_to_raise_a_descriptor_limit_that_is_low() {
        var low = finding("descriptors", machine("Linux", 25, 4, 1024, 8));
        var lowest = finding("descriptors", machine("Linux", 25, 4, 64, 8));

        assertThat(low.level()).isEqualTo(Level.LIMITED);
        assertThat(low.advice()).contains("ulimit -n 11000");
        assertThat(lowest.level()).isEqualTo(Level.BROKEN);
    }

    @Test
    void counts_the_ports_that_are_in_use() throws IOException {
        portRange(40_000, 42_999);
        write(
                "proc/net/tcp",
                """
                  sl  local_address rem_address   st tx_queue rx_queue
                   0: 0100007F:9C40 0100007F:22B8 06 00000000:00000000
                   1: 0100007F:22B8 0100007F:9C40 01 00000000:00000000
                """);

        var finding = finding("ports", linux());

        assertThat(finding.seen()).startsWith("2,999 of 3,000");
        assertThat(finding.level()).isEqualTo(Level.LIMITED);
    }

    @Test
    void does_not_call_a_Mac_broken() {
        var mac = machine("Mac OS X", 25, 8, 10_240, 16);

        assertThat(Doctor.examine(mac)).noneMatch(finding -> finding.level() == Level.BROKEN);
        assertThat(finding("system", mac).advice()).contains("devcontainer");
    }

    @Test
    void warns_of_one_core_and_of_little_memory() {
        var small = machine("Linux", 25, 1, 20_000, 1);

        assertThat(finding("cores", small).level()).isEqualTo(Level.LIMITED);
        assertThat(finding("memory", small).level()).isEqualTo(Level.LIMITED);
    }

    @Test
    void names_the_package_of_a_program_that_is_missing_and_finds_it_when_it_is_there()
            throws IOException {
        assertThat(finding("strace", linux()).advice()).isEqualTo("apt-get install strace");

        var strace = write("bin/strace", "");
        Files.setPosixFilePermissions(strace, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(finding("strace", linux())).isEqualTo(Finding.good("strace", "" + strace));
    }

    private static Finding finding(String subject, Machine machine) {
        return Doctor.examine(machine).stream()
                .filter(finding -> finding.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private Machine linux() {
        return machine("Linux", 25, 4, 20_000, 8);
    }

    private Machine machine(String system, int java, int cores, long descriptors, long gib) {
        return new Machine(
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

    private void portRange(int first, int last) throws IOException {
        write("proc/sys/net/ipv4/ip_local_port_range", first + "\t" + last + "\n");
    }

    private Path write(String file, String text) throws IOException {
        var path = files.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }
}
