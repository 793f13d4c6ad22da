package echolab.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import echolab.bench.result.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BenchOptionsTest {

    private static final Duration SLICE = Duration.ofMillis(100);

    private static final Optional<Integer> ONE = Optional.of(1);

    private final BenchOptions options = BenchOptions.defaults();

    @Test
    void no_connections_is_refused_with_the_range() {
        assertThatThrownBy(() -> options(List.of(0), List.of(106), ONE))
                .hasMessage("--connections must be 1 to 1,000,000, but is 0");
    }

    @Test
    void an_empty_or_huge_payload_is_refused() {
        assertThatThrownBy(() -> options(List.of(1), List.of(0), ONE))
                .hasMessageContaining("--payload must be 1");
        assertThatThrownBy(() -> options(List.of(1), List.of((1 << 20) + 1), ONE))
                .hasMessageContaining("--payload must be 1 to 1,048,576");
    }

    @Test
    void slice_and_cycles_have_ranges() {
        assertThatThrownBy(() -> new BenchOptions.Length(1, Duration.ofMillis(9)))
                .hasMessageContaining("--slice must be 10 to 60,000");
        assertThatThrownBy(() -> new BenchOptions.Length(0, SLICE))
                .hasMessageContaining("--cycles must be 1");
    }

    @Test
    void processes_share_the_cycles_out() {
        var length = new BenchOptions.Length(75, Duration.ofMillis(100), 4, OptionalDouble.empty());

        assertThat(TestTargets.tiny(1000, length).cyclesFor(1000)).isEqualTo(19);
        assertThatThrownBy(() -> new BenchOptions.Length(75, SLICE, 0, OptionalDouble.empty()))
                .hasMessageContaining("--forks must be 1 to 100");
        assertThatThrownBy(() -> new BenchOptions.Length(75, SLICE, 1, OptionalDouble.of(0)))
                .hasMessageContaining("--precision 1%");
    }

    @Test
    void slices_grow_with_very_many_connections_and_cycles_become_fewer() {
        assertThat(options.sliceFor(1000)).isEqualTo(Duration.ofMillis(100));
        assertThat(options.sliceFor(2000)).isEqualTo(Duration.ofMillis(200));
        assertThat(options.cyclesFor(1000)).isEqualTo(75);
        assertThat(options.cyclesFor(2000)).isEqualTo(37);
        assertThat(options.cyclesFor(10_000)).isEqualTo(25);
        var few = new BenchOptions.Length(5, SLICE);
        assertThat(TestTargets.tiny(10_000, few).cyclesFor(10_000)).isEqualTo(5);
    }

    @Test
    void a_warm_up_that_is_measured_is_a_kind_of_its_own() {
        var none = options.warmUp().none();
        var curve =
                new BenchOptions(
                        options.connections(),
                        options.payloads(),
                        List.of(),
                        false,
                        List.of(),
                        options.length(),
                        none,
                        Optional.empty(),
                        Optional.empty());

        assertThat(options.kind()).isEqualTo(Kind.LOAD);
        assertThat(curve.kind()).isEqualTo(Kind.WARM_UP);
    }

    @Test
    void load_processes_have_a_range() {
        for (var count : List.of(0, 17)) {
            assertThatThrownBy(() -> options(List.of(1), List.of(1), Optional.of(count)))
                    .hasMessage("--load-cpus must be 1 to 16, but is " + count);
        }
    }

    private static BenchOptions options(
            List<Integer> connections, List<Integer> payloads, Optional<Integer> loadCpus) {
        var usual = BenchOptions.defaults();
        return new BenchOptions(
                connections,
                payloads,
                List.of(),
                false,
                List.of(),
                usual.length(),
                usual.warmUp(),
                loadCpus,
                Optional.empty());
    }
}
