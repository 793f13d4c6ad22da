package echolab.epoll;

import echolab.epoll.linux.Errno;
import echolab.epoll.linux.Linux;
import echolab.epoll.linux.LinuxException;
import echolab.epoll.linux.SocketAddresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/// How is a connection made without blocking the loop? The name is looked up on another thread; `connect` is begun, and the
/// socket becomes writable when it is decided.
final class Connecting {

    private Connecting() {}

    static Stream connect(String host, int port, Duration limit) throws Exception {
        var loop = Task.current().loop();
        try {
            return Task.timeout(
                    limit,
                    () -> {
                        var address = Task.blocking(() -> InetAddress.getByName(host));
                        return connect(loop, new InetSocketAddress(address, port));
                    });
        } catch (TimeoutException _) {
            throw new TimeoutException(
                    "connect(to %s:%d): not done after %d ms; check the address, and whether something on the way drops packets"
                            .formatted(host, port, limit.toMillis()));
        }
    }

    private static Stream connect(EventLoop loop, InetSocketAddress address) throws IOException {
        var fd = loop.linux.socket(SocketAddresses.family(address));
        if (fd < 0) {
            throw LinuxException.of("socket", "to " + address, fd);
        }
        var stream = new Stream(loop, fd);
        try {
            loop.addresses.enable(fd, Linux.IPPROTO_TCP, Linux.TCP_NODELAY);
            stream.writable = false;
            var result = loop.addresses.connect(fd, address);
            loop.poller.register(stream);
            if (result == -Errno.EINPROGRESS) {
                stream.awaitWritable();
                result = loop.addresses.connectResult(fd);
            }
            if (result < 0) {
                throw LinuxException.of("connect", "to " + address, result);
            }
            stream.writable = true;
            return stream;
        } catch (Throwable e) {
            stream.close();
            throw e;
        }
    }
}
