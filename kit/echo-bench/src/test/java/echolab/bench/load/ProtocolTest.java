package echolab.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import echolab.bench.result.Faults;
import echolab.bench.result.Schedule;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProtocolTest {

    static Stream<Request> requests() {
        return Stream.of(
                new Request.Connect(3, "127.0.0.1", 8888, 1000, 106),
                new Request.Slice(3, 300, OptionalInt.empty()),
                new Request.Slice(3, 300, OptionalInt.of(50_000)),
                new Request.Churn(3, 300, 32),
                new Request.Disconnect(3));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a_request_is_read_as_it_was_written(Request request) {
        assertThat(JsonLine.read(JsonLine.of(request), Request.class)).isEqualTo(request);
    }

    @Test
    void a_line_that_is_no_request_is_named_in_the_error() {
        assertThatThrownBy(() -> JsonLine.read("slice soon", Request.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("slice soon");
    }

    @Test
    void what_a_slice_brought_is_read_as_it_was_written() {
        var latency = new Histogram(1000, 60_000_000_000L, 3);
        latency.recordValue(1_500_000);
        latency.recordValue(90_000_000);
        var figures =
                new Figures(
                        2,
                        new Faults(1, 2, 3, 4),
                        10,
                        300_000_000,
                        latency,
                        Optional.of(new Schedule(5, 1, 299, 7)));
        var seen = new Answer.Seen(figures, OptionalLong.of(42), OptionalLong.of(7));

        assertThat(JsonLine.of(seen)).doesNotContain("\n");
        assertThat(JsonLine.read(JsonLine.of(seen), Answer.class)).isEqualTo(seen);
    }

    @Test
    void CPU_time_that_is_not_known_stays_unknown() {
        var figures =
                new Figures(
                        0,
                        Faults.NONE,
                        0,
                        1,
                        new Histogram(1000, 60_000_000_000L, 3),
                        Optional.empty());

        var seen = new Answer.Seen(figures, OptionalLong.empty(), OptionalLong.empty());
        var read = JsonLine.read(JsonLine.of(seen), Answer.Seen.class);

        assertThat(read.cpuNanos()).isEmpty();
        assertThat(read.waitNanos()).isEmpty();
    }

    @Test
    void a_failure_keeps_its_sentence_on_one_line() {
        var failed = new Answer.Failed("refused\nby the server");

        assertThat(JsonLine.of(failed)).doesNotContain("\n");
        assertThat(JsonLine.read(JsonLine.of(failed), Answer.class)).isEqualTo(failed);
    }
}
