package echolab.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.doctor.Diagnosis.Level;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Does the doctor see what the kernel forbids and rations?
@DisplayName("The kernel")
final class KernelTest {

    private OtherMachine other;

    @BeforeEach
    void lay_files(@TempDir Path files) {
        other = new OtherMachine(files);
    }

    @Test
    void says_where_strace_may_not_look_at_a_process_that_runs() throws IOException {
        var scope = "proc/sys/kernel/yama/ptrace_scope";
        assertThat(Diagnosis.all(other.linux())).noneMatch(seen -> seen.subject().equals("ptrace"));

        other.write(scope, "1\n");
        other.write("proc/self/status", "Name:\tjava\nCapEff:\t0000000000000000\n");
        assertThat(other.finding("ptrace", other.linux()).level()).isEqualTo(Level.LIMITED);
        assertThat(other.finding("ptrace", other.linux()).advice()).contains("SYS_PTRACE");

        other.write("proc/self/status", "Name:\tjava\nCapEff:\t00000000a80c25fb\n");
        assertThat(other.finding("ptrace", other.linux()).level()).isEqualTo(Level.GOOD);

        other.write(scope, "3\n");
        assertThat(other.finding("ptrace", other.linux()).level()).isEqualTo(Level.LIMITED);

        other.write(scope, "0\n");
        assertThat(other.finding("ptrace", other.linux()).level()).isEqualTo(Level.GOOD);
    }

    @Test
    void says_the_tightest_limit_of_the_control_groups_that_it_lies_in() throws IOException {
        other.write("proc/self/cgroup", "0::/box/inner\n");
        other.write("sys/fs/cgroup/box/inner/cpu.max", "max 100000\n");
        other.write("sys/fs/cgroup/box/inner/memory.max", "max\n");
        assertThat(Diagnosis.all(other.linux())).noneMatch(seen -> seen.subject().equals("cgroup"));

        other.write("sys/fs/cgroup/box/memory.max", "3221225472\n");
        assertThat(other.finding("cgroup", other.linux()))
                .isEqualTo(Diagnosis.good("cgroup", "3.0 GiB of memory"));

        other.write("sys/fs/cgroup/box/cpu.max", "150000 100000\n");
        assertThat(other.finding("cgroup", other.linux()).level()).isEqualTo(Level.LIMITED);
        assertThat(other.finding("cgroup", other.linux()).seen())
                .isEqualTo("CPU time of 1.5 cores, 3.0 GiB of memory");
    }

    @Test
    void sees_the_limits_of_a_container_that_is_a_root_to_itself() throws IOException {
        other.write("proc/self/cgroup", "0::/\n");
        other.write("sys/fs/cgroup/cpu.max", "200000 100000\n");

        assertThat(other.finding("cgroup", other.linux()).seen())
                .isEqualTo("CPU time of 2.0 cores");
    }
}
