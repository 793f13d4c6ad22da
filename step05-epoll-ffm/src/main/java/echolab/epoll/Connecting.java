package echolab.epoll;

import echolab.epoll.linux.Errno;
import echolab.epoll.linux.Linux;
import echolab.epoll.linux.LinuxException;
import echolab.epoll.linux.SocketAddresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/// How is a connection made without blocking the loop? The name is looked up on another thread; `connect` is begun, and the
/// socket becomes writable when it is decided.
final class Connecting {

    private Connecting() {}

    static Stream connect(String host, int port, Duration limit) throws Exception {
        var loop = EventLoop.current();
        var opened = new ArrayList<Stream>(1);
        try {
            return Task.timeout(
                    limit,
                    () -> {
                        var address = Task.blocking(() -> InetAddress.getByName(host));
                        return connect(loop, new InetSocketAddress(address, port), opened);
                    });
        } catch (Throwable e) {
            // also one that was connected already, when whoever wanted it is cancelled before
            // getting it
            opened.forEach(Stream::close);
            if (e instanceof TimeoutException) {
                throw new TimeoutException(
                        "connect(to %s:%d): not done after %d ms; check the address, and whether something on the way drops packets"
                                .formatted(host, port, limit.toMillis()));
            }
            throw e;
        }
    }

    private static Stream connect(EventLoop loop, InetSocketAddress address, List<Stream> opened)
            throws IOException {
        var family = SocketAddresses.family(address);
        var fd = LinuxException.check("socket", "to " + address, loop.linux.socket(family));
        var stream = new Stream(loop, fd);
        opened.add(stream);
        loop.addresses.enable(fd, Linux.IPPROTO_TCP, Linux.TCP_NODELAY);
        var result = loop.addresses.connect(fd, address);
        stream.writable = result != -Errno.EINPROGRESS;
        loop.poller.register(stream);
        if (!stream.writable) {
            stream.awaitWritable();
            result = loop.addresses.connectResult(fd);
        }
        LinuxException.check("connect", "to " + address, result);
        return stream;
    }
}
