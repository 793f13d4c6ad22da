package echolab.epoll.net;

import echolab.epoll.linux.Errno;
import echolab.epoll.linux.Linux;
import echolab.epoll.linux.LinuxException;
import echolab.epoll.linux.SocketAddresses;
import echolab.epoll.loop.EventLoop;
import echolab.epoll.task.Task;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
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
        } catch (TimeoutException e) {
            var told =
                    new TimeoutException(
                            "connect(to %s:%s): not done after %s ms; check the address, and whether something on the way drops packets"
                                    .formatted(host, port, TimeUnit.MILLISECONDS.convert(limit)));
            told.initCause(e);
            throw told;
        }
    }

    private static Stream connect(EventLoop loop, InetSocketAddress address) throws IOException {
        var family = SocketAddresses.family(address);
        var fd = LinuxException.check("socket", "to " + address, loop.linux.socket(family));
        var stream = new Stream(loop, fd);
        try {
            connect(stream, address);
            return stream;
        } catch (Throwable e) {
            stream.close();
            throw e;
        }
    }

    private static void connect(Stream stream, InetSocketAddress address) throws IOException {
        var loop = stream.loop;
        loop.addresses.enable(stream.number(), Linux.IPPROTO_TCP, Linux.TCP_NODELAY);
        var result = loop.addresses.connect(stream.number(), address);
        stream.writable = result != -Errno.EINPROGRESS;
        loop.register(stream);
        if (!stream.writable) {
            stream.awaitWritable();
            result = loop.addresses.connectResult(stream.number());
        }
        LinuxException.check("connect", "to " + address, result);
    }
}
