package echolab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.UnknownHostException;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Options")
final class EchoOptionsTest {

    private final EchoOptions defaults = EchoOptions.defaults();

    @Test
    void listen_on_loopback_and_a_free_port_unless_told_otherwise() throws UnknownHostException {
        assertThat(defaults.address().getAddress().isLoopbackAddress()).isTrue();
        assertThat(defaults.port()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536, 99_999})
    void refuse_a_port_out_of_range_and_say_the_range(int port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.withPort(port))
                .withMessage("port must be 0 to 65535, but is " + port);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65_535})
    void take_the_first_and_the_last_port(int port) {
        assertThat(defaults.withPort(port).port()).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, (16 << 20) + 1})
    void refuse_a_read_buffer_out_of_range(int bytes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.withReadBufferSize(bytes))
                .withMessageContaining("read buffer size must be 1 to 16777216");
    }

    @Test
    void refuse_a_backlog_of_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.withBacklog(0))
                .withMessageContaining("backlog must be 1 to");
    }

    @Test
    void refuse_a_grace_that_is_negative_or_longer_than_an_hour() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.withGrace(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.withGrace(Duration.ofMinutes(61)))
                .withMessageContaining("PT1H1M");
    }

    @Test
    void refuse_an_idle_timeout_that_no_timer_keeps() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.withIdleTimeout(Duration.ofMillis(-1)))
                .withMessage("idle timeout must be 0 to 24 hours, but is PT-0.001S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.withIdleTimeout(Duration.ofHours(25)))
                .withMessageContaining("PT25H");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.withIdleTimeout(Duration.ofNanos(999_999)))
                .withMessage("idle timeout must be 0 or at least 1 ms, but is PT0.000999999S");
    }

    @Test
    void refuse_to_serve_nobody() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.withMaxConnections(0))
                .withMessage("connections must be 1 to 1073741824, but is 0");
    }

    @Test
    void change_one_value_and_keep_the_others() {
        ChunkObserver observer = _ -> {};

        var changed =
                defaults.withHost("::1")
                        .withPort(1)
                        .withBacklog(2)
                        .withReadBufferSize(3)
                        .withGrace(Duration.ofSeconds(4))
                        .withIdleTimeout(Duration.ofSeconds(5))
                        .withMaxConnections(6)
                        .withObserver(observer);

        assertThat(changed)
                .isEqualTo(
                        new EchoOptions(
                                "::1",
                                1,
                                2,
                                3,
                                Duration.ofSeconds(4),
                                Duration.ofSeconds(5),
                                6,
                                observer));
    }

    @Test
    void with_a_host_that_does_not_exist_fail_when_it_is_looked_up() {
        Assertions.assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> defaults.withHost("no-such-host.invalid").address());
    }
}
