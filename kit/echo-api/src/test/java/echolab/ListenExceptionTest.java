package echolab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.BindException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A server that cannot listen")
final class ListenExceptionTest {

    private final EchoStep step = new ServerSocketStep();
    private final EchoOptions options = EchoOptions.defaults();

    @Test
    void because_the_port_is_taken_names_it_and_says_how_to_choose_another() throws Exception {
        try (var first = step.start(options)) {
            var port = first.address().getPort();

            assertThatExceptionOfType(ListenException.class)
                    .isThrownBy(() -> step.start(options.withPort(port)).close())
                    .withMessageContaining("cannot listen on 127.0.0.1 port " + port)
                    .withMessageContaining("another program has that port")
                    .withMessageContaining("--port")
                    .withCauseInstanceOf(BindException.class);
        }
    }

    @Test
    void because_there_is_no_such_host_says_so() {
        assertThatExceptionOfType(ListenException.class)
                .isThrownBy(() -> step.start(options.withHost("no-such-host.invalid")).close())
                .withMessageContaining("no-such-host.invalid port 0: no such host")
                .withMessageContaining("127.0.0.1");
    }

    @Test
    void because_the_address_is_another_machine_s_says_which_to_use() {
        // 192.0.2.0/24 is set aside for documentation (RFC 5737): no machine has it.
        assertThatExceptionOfType(ListenException.class)
                .isThrownBy(() -> step.start(options.withHost("192.0.2.1")).close())
                .withMessageContaining("not one of this machine's");
    }

    @Test
    void because_the_port_belongs_to_the_administrator_says_so() {
        // Root may bind it, and tests may run as root: so the system's answers are made up here.
        assertThat(ListenException.advice(80, port -> port == 80, () -> false))
                .contains("ports below 1024 belong to the administrator");
        assertThat(ListenException.advice(80, port -> port == 80, () -> true))
                .contains("another program has that port");
    }

    @Test
    void says_what_to_do_in_whatever_language_the_system_speaks() throws Exception {
        try (var first = step.start(options)) {
            var taken = options.withPort(first.address().getPort());

            assertThat(new ListenException(taken, new BindException("Bağlantı noktası kullanımda")))
                    .hasMessageContaining("another program has that port");
        }
        assertThat(
                        new ListenException(
                                options.withHost("192.0.2.1"),
                                new BindException("Adresse kann nicht zugewiesen werden")))
                .hasMessageContaining("not one of this machine's");
    }

    @Test
    void for_a_reason_without_words_still_says_what_to_check() {
        assertThat(new ListenException(options, new BindException()))
                .hasMessageContaining("BindException")
                .hasMessageContaining("check --host and --port");
    }
}
