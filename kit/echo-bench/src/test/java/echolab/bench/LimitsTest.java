package echolab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LimitsTest {

    private final Limits limits = new Limits(20_000, 28_232);

    @Test
    void moreConnectionsThanDescriptorsNamesTheLimitAndWhatToDo() {
        assertThatThrownBy(() -> limits.check(30_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--connections 30000")
                .hasMessageContaining("20,000 a process (ulimit -n)")
                .hasMessageContaining("at most 19900");
    }

    @Test
    void moreConnectionsThanLocalPortsNamesTheRange() {
        assertThatThrownBy(() -> new Limits(1_000_000, 28_232).check(30_000))
                .hasMessageContaining("28,232")
                .hasMessageContaining("ip_local_port_range");
    }

    @Test
    void asManyConnectionsAsItSaysDoFit() {
        assertThatCode(() -> limits.check(19_900)).doesNotThrowAnyException();
    }

    @Test
    void oneLoadProcessHoldsAllServersWhileItsDescriptorsLast() {
        assertThat(limits.targetsPerLoad(1000)).isEqualTo(19);
        assertThat(limits.targetsPerLoad(9000)).isEqualTo(2);
        assertThat(limits.targetsPerLoad(19_900)).isEqualTo(1);
    }
}
