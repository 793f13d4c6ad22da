package echolab.epoll.net;

import java.net.InetSocketAddress;

/// How is an address written? As a person types it: `127.0.0.1:8888`, `[::1]:8888`.
final class Addresses {

    private Addresses() {}

    static String text(InetSocketAddress address) {
        var host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
