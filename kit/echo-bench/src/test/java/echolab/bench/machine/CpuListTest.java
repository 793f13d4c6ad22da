package echolab.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        var pinning = Pinning.choose(List.of(2, 3, 7), Optional.empty(), 1, true, cpus);

        assertThat(pinning.serverPrefix()).containsExactly("taskset", "-c", "2");
        assertThat(pinning.loadPrefixes()).containsExactly(List.of("taskset", "-c", "7"));
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
        return Pinning.choose(List.of(allowed), Optional.empty(), 1, true, cpus)
                .loadCpu()
                .orElseThrow();
    }

    @Test
    void the_load_gets_a_CPU_of_up_to_three_cores_and_leaves_one_to_all_else() throws IOException {
        machine(1, 4, 1);
        assertThat(loads(2)).containsExactly(1);
        assertThat(loads(3)).containsExactly(2);
        assertThat(loads(4)).containsExactly(3, 2);
        machine(1, 8, 1);
        assertThat(loads(8)).containsExactly(7, 6, 5);
    }

    @Test
    void of_a_core_with_two_threads_the_load_gets_one_and_none_of_another_socket()
            throws IOException {
        machine(1, 4, 2);
        assertThat(loads(8)).containsExactly(7, 6);
        machine(2, 4, 2);
        assertThat(loads(16)).containsExactly(11, 10);
        machine(4, 2, 1);
        assertThat(loads(8)).containsExactly(1);
    }

    @Test
    void as_many_load_processes_as_are_asked_for_share_what_there_is() throws IOException {
        machine(1, 4, 1);

        assertThat(loads(2, 2)).containsExactly(1, 1);
        assertThat(loads(4, 1)).containsExactly(3);
        assertThat(loads(4, 5)).containsExactly(3, 2, 1, 3, 2);
        var alone = Pinning.choose(List.of(0), Optional.of(2), 1, true, cpus);
        assertThat(alone.loadPrefixes()).containsExactly(List.of(), List.of());
        assertThat(alone.severalLoadCpus()).isEmpty();
        assertThat(alone.withLoads(1).loadPrefixes()).hasSize(1);
    }

    @Test
    void a_server_with_several_loops_gets_a_core_for_each_and_the_load_what_is_left()
            throws IOException {
        machine(1, 4, 2);
        var pinning = pinned(8, 3);
        assertThat(pinning.serverPrefix(3)).containsExactly("taskset", "-c", "0,5,6");
        assertThat(pinning.serverPrefix(1)).containsExactly("taskset", "-c", "0");
        assertThat(pinning.loadCpus()).containsExactly(OptionalInt.of(7));
        machine(1, 2, 1);
        assertThat(pinned(2, 2).severalServerCpus()).hasValue(List.of(0, 1));
        assertThat(pinned(2, 2).loadCpus()).as("shared").containsExactly(OptionalInt.of(1));
        assertThatThrownBy(() -> pinned(2, 3))
                .hasMessage("--loops 3 wants as many CPUs for a server, and there are 2");
    }

    private Pinning pinned(int allowed, int loops) {
        var all = IntStream.range(0, allowed).boxed().toList();
        return Pinning.choose(all, Optional.empty(), loops, true, cpus);
    }

    /// Numbered as Linux does on many machines: the first threads of all cores, then the second ones.
    private void machine(int sockets, int cores, int threads) throws IOException {
        var all = sockets * cores;
        for (var cpu = 0; cpu < all * threads; cpu++) {
            var core = cpu % all;
            var topology = Files.createDirectories(cpus.resolve("cpu" + cpu, "topology"));
            var siblings = IntStream.range(0, threads).mapToObj(t -> "" + (core + t * all));
            Files.writeString(
                    topology.resolve("thread_siblings_list"),
                    siblings.collect(Collectors.joining(",")) + "\n");
            Files.writeString(topology.resolve("physical_package_id"), core / cores + "\n");
        }
    }

    private List<Integer> loads(int allowed, Integer... asked) {
        var all = IntStream.range(0, allowed).boxed().toList();
        return Pinning.choose(all, Stream.of(asked).findFirst(), 1, true, cpus).loadCpus().stream()
                .map(OptionalInt::orElseThrow)
                .toList();
    }

    @Test
    void without_taskset_nothing_is_pinned_and_the_package_is_named() {
        var pinning = Pinning.choose(List.of(0, 1), Optional.empty(), 1, false, cpus);

        assertThat(pinning.serverPrefix()).isEmpty();
        assertThat(pinning.whyNot().orElseThrow()).contains("util-linux");
    }

    @Test
    void on_one_CPU_nothing_is_pinned_and_it_says_why() {
        var pinning = Pinning.choose(List.of(4), Optional.empty(), 1, true, cpus);

        assertThat(pinning.loadPrefixes()).containsExactly(List.of());
        assertThat(pinning.whyNot().orElseThrow()).contains("share 1 CPU");
    }
}
