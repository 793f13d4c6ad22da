package echolab.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void short_connections_are_refused_where_ports_do_not_come_back(@TempDir Path folder)
            throws IOException {
        var no = Files.writeString(folder.resolve("no"), "0\n");
        var yes = Files.writeString(folder.resolve("yes"), "2\n");

        assertThatCode(() -> ConnectionLimits.checkPortsComeBack(yes)).doesNotThrowAnyException();
        for (var refused : List.of(no, folder.resolve("missing"))) {
            assertThatThrownBy(() -> ConnectionLimits.checkPortsComeBack(refused))
                    .hasMessageContaining("--churn would use up the local ports")
                    .hasMessageContaining("net.ipv4.tcp_tw_reuse=2");
        }
    }

    @Test
    void one_load_process_holds_all_servers_while_its_descriptors_last() {
        assertThat(limits.targetsPerLoad(1000)).isEqualTo(19);
        assertThat(limits.targetsPerLoad(9000)).isEqualTo(2);
        assertThat(limits.targetsPerLoad(19_900)).isEqualTo(1);
    }
}
