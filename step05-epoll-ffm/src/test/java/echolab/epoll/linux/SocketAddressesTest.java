package echolab.epoll.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(value = OS.LINUX, disabledReason = "step 05 calls Linux's epoll")
class SocketAddressesTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "255.1.2.3", "::1", "2001:db8::ff:1"})
    void an_address_is_read_back_as_it_was_written(String text) throws UnknownHostException {
        var address = new InetSocketAddress(InetAddress.getByName(text), 51234);
        var addresses = new SocketAddresses(new Linux());
        addresses.encode(address);
        assertThat(addresses.decode()).isEqualTo(address);
    }

    @Test
    void an_error_says_the_call_its_argument_and_the_words_of_the_system() {
        assertThat(LinuxException.of("recv", "fd 17", -104))
                .hasMessage("recv(fd 17): Connection reset by peer (errno 104)");
    }

    @Test
    void an_event_is_packed_on_x_86_alone() {
        var packed = System.getProperty("os.arch").equals("amd64");
        assertThat(Epoll.EVENT_SIZE).isEqualTo(packed ? 12 : 16);
        assertThat(Epoll.DATA_OFFSET).isEqualTo(packed ? 4 : 8);
    }

    @Test
    void what_was_given_to_epoll_comes_back_with_the_event() {
        var epoll = new Epoll();
        var linux = new Linux();
        var instance = epoll.epoll_create1();
        var wake = epoll.eventfd();
        var data = 0x1234_5678_9abc_def0L;
        assertThat(epoll.epoll_add(instance, wake, Epoll.EPOLLIN | Epoll.EPOLLET, data)).isZero();
        epoll.wake(wake);
        assertThat(epoll.epoll_wait(instance, 1000)).isEqualTo(1);
        assertThat(epoll.data(0)).isEqualTo(data);
        assertThat(epoll.events(0)).isEqualTo(Epoll.EPOLLIN);
        linux.close(wake);
        linux.close(instance);
    }
}
