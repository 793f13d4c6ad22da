package echolab.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpuListTest {

    @TempDir private Path cpus;

    @Test
    void reads_ranges_and_single_cpus() {
        assertThat(CpuList.parse("\t0-2,5,8-9\n")).containsExactly(0, 1, 2, 5, 8, 9);
    }

    @Test
    void servers_and_load_get_different_cpus_of_the_allowed_ones() {
        var pinning = Pinning.choose(List.of(2, 3, 7), true, cpus);

        assertThat(pinning.serverPrefix()).containsExactly("taskset", "-c", "2");
        assertThat(pinning.loadPrefix()).containsExactly("taskset", "-c", "7");
        assertThat(pinning.whyNot()).isEmpty();
    }

    @Test
    void the_load_gets_no_thread_of_the_servers_core_and_no_other_socket() throws IOException {
        // two sockets of two cores of two threads, numbered as Linux does on many machines
        for (var cpu = 0; cpu < 8; cpu++) {
            var topology = Files.createDirectories(cpus.resolve("cpu" + cpu, "topology"));
            Files.writeString(
                    topology.resolve("thread_siblings_list"), cpu % 4 + "," + (cpu % 4 + 4) + "\n");
            Files.writeString(topology.resolve("physical_package_id"), cpu % 4 / 2 + "\n");
        }

        assertThat(load(0, 1, 2, 3, 4, 5, 6, 7)).isEqualTo(5);
        assertThat(load(0, 1, 4)).as("rather than its sibling").isEqualTo(1);
        assertThat(load(0, 4, 2)).as("when there is no other core of the socket").isEqualTo(2);
    }

    private int load(Integer... allowed) {
        return Pinning.choose(List.of(allowed), true, cpus).loadCpu().orElseThrow();
    }

    @Test
    void without_taskset_nothing_is_pinned_and_the_package_is_named() {
        var pinning = Pinning.choose(List.of(0, 1), false, cpus);

        assertThat(pinning.serverPrefix()).isEmpty();
        assertThat(pinning.whyNot().orElseThrow()).contains("util-linux");
    }

    @Test
    void on_one_CPU_nothing_is_pinned_and_it_says_why() {
        var pinning = Pinning.choose(List.of(4), true, cpus);

        assertThat(pinning.loadPrefix()).isEmpty();
        assertThat(pinning.whyNot().orElseThrow()).contains("share 1 CPU");
    }
}
