package echolab.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.doctor.Diagnosis.Level;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Shows the doctor machines that are not this one.
@DisplayName("The doctor")
final class DoctorTest {

    private OtherMachine other;

    @BeforeEach
    void lay_files(@TempDir Path files) {
        other = new OtherMachine(files);
    }

    @Test
    void finds_nothing_to_do_on_a_machine_that_has_everything() throws IOException {
        other.portRange(32_768, 60_999);

        assertThat(other.finding("system", other.linux()).level()).isEqualTo(Level.GOOD);
        assertThat(other.finding("JDK", other.linux()).level()).isEqualTo(Level.GOOD);
        assertThat(other.finding("cores", other.linux()).level()).isEqualTo(Level.GOOD);
        assertThat(other.finding("memory", other.linux()).level()).isEqualTo(Level.GOOD);
        assertThat(other.finding("descriptors", other.linux()).level()).isEqualTo(Level.GOOD);
        assertThat(other.finding("ports", other.linux()).seen()).startsWith("28,232 of 28,232");
    }

    @Test
    void refuses_another_JDK() {
        var finding = other.finding("JDK", other.machine("Linux", 21, 4, 20_000, 8));

        assertThat(finding.level()).isEqualTo(Level.BROKEN);
        assertThat(finding.advice()).contains("./lab");
    }

    @Test
    void says_how_to_raise_a_descriptor_limit_that_is_low() {
        var low = other.finding("descriptors", other.machine("Linux", 25, 4, 1024, 8));
        var lowest = other.finding("descriptors", other.machine("Linux", 25, 4, 64, 8));

        assertThat(low.level()).isEqualTo(Level.LIMITED);
        assertThat(low.advice()).contains("ulimit -n 11000");
        assertThat(lowest.level()).isEqualTo(Level.BROKEN);
    }

    @Test
    void counts_the_ports_that_are_in_use() throws IOException {
        other.portRange(40_000, 42_999);
        other.write(
                "proc/net/tcp",
                """
                  sl  local_address rem_address   st tx_queue rx_queue
                   0: 0100007F:9C40 0100007F:22B8 06 00000000:00000000
                   1: 0100007F:22B8 0100007F:9C40 01 00000000:00000000
                """);

        var finding = other.finding("ports", other.linux());

        assertThat(finding.seen()).startsWith("2,999 of 3,000");
        assertThat(finding.level()).isEqualTo(Level.LIMITED);
    }

    @Test
    void does_not_call_a_Mac_broken() {
        var mac = other.machine("Mac OS X", 25, 8, 10_240, 16);

        assertThat(Diagnosis.all(mac)).noneMatch(finding -> finding.level() == Level.BROKEN);
        assertThat(other.finding("system", mac).advice()).contains("devcontainer");
    }

    @Test
    void warns_of_one_core_and_of_little_memory() {
        var small = other.machine("Linux", 25, 1, 20_000, 1);

        assertThat(other.finding("cores", small).level()).isEqualTo(Level.LIMITED);
        assertThat(other.finding("memory", small).level()).isEqualTo(Level.LIMITED);
    }
}
