package echolab.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConditionsTest {

    @TempDir private Path root;

    @Test
    void the_kernel_tells_how_it_runs_the_CPUs() throws IOException {
        says("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "performance");
        says("sys/devices/system/cpu/smt/active", "1");
        says("proc/self/cgroup", "1:cpu:/\n0::/jobs/ours");
        says("sys/fs/cgroup/jobs/ours/cpu.max", "150000 100000");
        says("sys/devices/system/clocksource/clocksource0/current_clocksource", "kvm-clock");
        says("sys/devices/system/cpu/vulnerabilities/spectre_v2", "Mitigation: Retpolines");
        says(
                "sys/devices/system/cpu/vulnerabilities/retbleed",
                "Mitigation: untrained return thunk");
        says("sys/devices/system/cpu/vulnerabilities/meltdown", "Not affected");
        says("sys/devices/system/cpu/vulnerabilities/mds", "Vulnerable");
        says("proc/stat", "cpu  310 0 50 900 4 0 6 70 0 0\ncpu0 310 0 50 900 4 0 6 70 0 0");

        assertThat(Conditions.below(root).said())
                .isEqualTo(
                        "governor performance; SMT on; a quota of 1.5 CPUs; clock kvm-clock; mitigations of retbleed, spectre_v2; "
                                + "interrupts counted apart");
    }

    @Test
    void where_there_is_no_quota_and_no_SMT_and_interrupts_are_counted_with_the_rest()
            throws IOException {
        says("sys/devices/system/cpu/smt/active", "0");
        says("proc/self/cgroup", "0::/");
        says("sys/fs/cgroup/cpu.max", "max 100000");
        says("proc/stat", "cpu  310 0 50 900 4 0 0 70 0 0");

        assertThat(Conditions.below(root).said())
                .isEqualTo("no SMT; interrupts counted as of whom they met");
    }

    @Test
    void of_a_system_that_tells_nothing_nothing_is_said() {
        assertThat(Conditions.below(root).said()).isEmpty();
    }

    private void says(String file, String text) throws IOException {
        var path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text + "\n");
    }
}
