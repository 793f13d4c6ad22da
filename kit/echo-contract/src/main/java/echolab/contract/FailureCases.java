package echolab.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import echolab.ChunkObserver;
import echolab.EchoOptions;
import echolab.ListenException;
import java.io.IOException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Does a failure stay where it happened, and does it say what happened?
interface FailureCases extends Cases {

    @Test
    @Order(1)
    default void a_port_in_use_is_an_error_that_names_host_and_port() throws IOException {
        try (var first = servers().step().start(EchoOptions.defaults())) {
            var port = first.address().getPort();
            var taken = EchoOptions.defaults().withPort(port);
            assertThatThrownBy(() -> servers().step().start(taken).close())
                    .isInstanceOf(ListenException.class)
                    .hasMessageContainingAll(
                            "127.0.0.1", String.valueOf(port), "another program has that port");
        }
    }

    /// A chunk of 13 bytes is unlucky. The others send one byte at a time, so that no chunk of theirs can be one.
    @Test
    @Order(2)
    default void a_handler_that_throws_ends_its_connection_and_no_other() throws IOException {
        ChunkObserver observer =
                bytes -> {
                    if (bytes == 13) {
                        throw new IllegalStateException("thrown by the test's observer");
                    }
                };
        var options = EchoOptions.defaults().withObserver(observer);
        try (var server = servers().step().start(options);
                var neighbour = servers().connect(server.address())) {
            neighbour.echo(1);
            for (var i = 0; i < 3; i++) {
                try (var unlucky = servers().connect(server.address())) {
                    unlucky.send(13);
                    unlucky.expectEnd();
                }
                neighbour.echo(1);
            }
            neighbour.finish();
            try (var late = servers().connect(server.address())) {
                late.echo(1);
                late.finish();
            }
        }
    }
}
