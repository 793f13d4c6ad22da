package echolab.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ConnectionLimitsTest {

    private final ConnectionLimits limits = new ConnectionLimits(20_000, 28_232);

    @Test
    void more_connections_than_descriptors_names_the_limit_and_what_to_do() {
        assertThatThrownBy(() -> limits.check(30_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--connections 30000")
                .hasMessageContaining("20,000 a process (ulimit -n)")
                .hasMessageContaining("at most 19900");
    }

    @Test
    void more_connections_than_local_ports_names_the_range() {
        assertThatThrownBy(() -> new ConnectionLimits(1_000_000, 28_232).check(30_000))
                .hasMessageContaining("28,232")
                .hasMessageContaining("ip_local_port_range");
    }

    @Test
    void as_many_connections_as_it_says_do_fit() {
        assertThatCode(() -> limits.check(19_900)).doesNotThrowAnyException();
    }

    @Test
    void one_load_process_holds_all_servers_while_its_descriptors_last() {
        assertThat(limits.targetsPerLoad(1000)).isEqualTo(19);
        assertThat(limits.targetsPerLoad(9000)).isEqualTo(2);
        assertThat(limits.targetsPerLoad(19_900)).isEqualTo(1);
    }
}
