package echolab.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.doctor.Diagnosis.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Does the doctor know what is missing, and how this system calls it?
@DisplayName("The packages that the doctor names")
final class PackagesTest {

    private OtherMachine other;

    @BeforeEach
    void lay_files(@TempDir Path files) {
        other = new OtherMachine(files);
    }

    @Test
    void names_the_package_of_a_program_that_is_missing_and_finds_it_when_it_is_there()
            throws IOException {
        other.program("apt-get");

        assertThat(other.finding("strace", other.linux()).advice())
                .isEqualTo("apt-get install strace");

        var strace = other.program("strace");

        assertThat(other.finding("strace", other.linux()))
                .isEqualTo(Diagnosis.good("strace", "" + strace));
    }

    @Test
    void names_packages_as_this_system_s_installer_knows_them() throws IOException {
        var advice = new ArrayList<String>();
        advice.add(other.finding("gcc", other.linux()).advice());
        for (var installer : List.of("brew", "pacman", "dnf", "apt-get")) {
            other.program(installer);
            advice.add(other.finding("gcc", other.linux()).advice());
        }

        assertThat(advice)
                .containsExactly(
                        "Debian has it in its packages gcc libc6-dev",
                        "brew install gcc",
                        "pacman -S gcc glibc",
                        "dnf install gcc glibc-devel",
                        "apt-get install gcc libc6-dev");
    }

    @Test
    void asks_only_for_what_is_missing() throws IOException {
        other.program("apt-get");
        other.program("clang");

        assertThat(other.finding("gcc", other.linux()).seen())
                .startsWith("not there: /usr/include/stdio.h (");
        assertThat(other.finding("gcc", other.linux()).advice())
                .isEqualTo("apt-get install libc6-dev");

        other.write("usr/include/stdio.h", "");

        assertThat(other.finding("gcc", other.linux()).level()).isEqualTo(Level.GOOD);
    }

    @Test
    void sends_to_the_devcontainer_whom_no_package_helps() throws IOException {
        other.program("brew");

        assertThat(other.finding("strace", other.machine("Mac OS X", 25, 8, 10_240, 16)).advice())
                .contains("devcontainer");
    }

    @Test
    void says_where_a_program_is_that_no_package_has() throws IOException {
        other.program("apt-get");

        assertThat(other.finding("async-profiler", other.linux()).advice())
                .isEqualTo(
                        "put the bin of a release on the PATH, from https://github.com/async-profiler/async-profiler/releases");

        var asprof = other.program("asprof");

        assertThat(other.finding("async-profiler", other.linux()))
                .isEqualTo(Diagnosis.good("async-profiler", "" + asprof));
    }
}
