package echolab.cli.contract;

import java.net.InetSocketAddress;

/// The address of a server as it is written: `127.0.0.1:8888`, `localhost:8888` or `[::1]:8888`.
final class HostPort {

    private HostPort() {}

    /// @throws IllegalArgumentException when it is written another way, or the host has no address
    static InetSocketAddress parse(String address) {
        var colon = address.lastIndexOf(':');
        var host = colon < 1 ? "" : address.substring(0, colon).replaceAll("^\\[|]$", "");
        var digits = address.substring(colon + 1);
        if (host.isEmpty() || !digits.matches("\\d{1,5}")) {
            throw new IllegalArgumentException(
                    "\"%s\" is not HOST:PORT, for example 127.0.0.1:8888 or [::1]:8888"
                            .formatted(address));
        }
        var port = Integer.parseInt(digits);
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(
                    "a port is 1 to 65535, but \"%s\" says %s".formatted(address, port));
        }
        var found = new InetSocketAddress(host, port);
        if (found.isUnresolved()) {
            throw new IllegalArgumentException("no host is called " + host);
        }
        return found;
    }
}
