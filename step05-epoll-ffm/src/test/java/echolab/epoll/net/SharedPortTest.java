package echolab.epoll.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import echolab.epoll.LoopTest;
import echolab.epoll.task.Task;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardSocketOptions;
import org.junit.jupiter.api.Test;

/// Several listeners of one program may share a port. Does that let others in, or us in with others?
@LoopTest
class SharedPortTest {

    private static final InetSocketAddress ANY =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @Test
    void the_first_of_several_does_not_share_a_port_that_another_server_has() throws Exception {
        Task.run(() -> {
            var other = Listener.bind(ANY, 5, true);
            assertThatThrownBy(() -> Listener.bind(other.address(), 5, true))
                    .isInstanceOf(BindException.class)
                    .hasMessageContaining("errno 98");
            return null;
        });
    }

    @Test
    void not_even_when_the_other_server_would_share_it_from_the_start() throws Exception {
        try (var other = new ServerSocket()) {
            other.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            other.bind(ANY);
            var taken = (InetSocketAddress) other.getLocalSocketAddress();
            Task.run(() -> {
                assertThatThrownBy(() -> Listener.bind(taken, 5, true))
                        .isInstanceOf(BindException.class);
                return null;
            });
        }
    }

    @Test
    void further_ones_join_the_first() throws Exception {
        Task.run(() -> {
            var first = Listener.bind(ANY, 5, true);
            var second = Listener.join(first.address(), 5);
            assertThat(second.address()).isEqualTo(first.address());
            return null;
        });
    }

    @Test
    void nobody_joins_one_that_is_not_shared() throws Exception {
        Task.run(() -> {
            var alone = Listener.bind(ANY, 5, false);
            assertThatThrownBy(() -> Listener.join(alone.address(), 5))
                    .isInstanceOf(BindException.class);
            return null;
        });
    }
}
