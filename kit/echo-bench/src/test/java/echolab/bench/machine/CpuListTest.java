package echolab.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CpuListTest {

    @Test
    void reads_ranges_and_single_cpus() {
        assertThat(CpuList.parse("\t0-2,5,8-9\n")).containsExactly(0, 1, 2, 5, 8, 9);
    }

    @Test
    void servers_and_load_get_different_cpus_of_the_allowed_ones() {
        var pinning = Pinning.choose(List.of(2, 3, 7), true);

        assertThat(pinning.serverPrefix()).containsExactly("taskset", "-c", "2");
        assertThat(pinning.loadPrefix()).containsExactly("taskset", "-c", "7");
        assertThat(pinning.whyNot()).isEmpty();
    }

    @Test
    void without_taskset_nothing_is_pinned_and_the_package_is_named() {
        var pinning = Pinning.choose(List.of(0, 1), false);

        assertThat(pinning.serverPrefix()).isEmpty();
        assertThat(pinning.whyNot().orElseThrow()).contains("util-linux");
    }

    @Test
    void on_one_CPU_nothing_is_pinned_and_it_says_why() {
        var pinning = Pinning.choose(List.of(4), true);

        assertThat(pinning.loadPrefix()).isEmpty();
        assertThat(pinning.whyNot().orElseThrow()).contains("share 1 CPU");
    }
}
