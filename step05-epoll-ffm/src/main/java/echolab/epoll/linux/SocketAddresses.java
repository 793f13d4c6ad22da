package echolab.epoll.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteOrder;

/// How does the kernel write an address? As one of two structures, the same on every machine that we support.
///
/// ```text
///   sockaddr_in     family 0..2   port 2..4   address 4..8                                size 16
///   sockaddr_in6    family 0..2   port 2..4   flow 4..8   address 8..24   scope 24..28    size 28
/// ```
///
/// The family is in the machine's byte order, port and address in the network's. Source: `ip(7)`, `ipv6(7)`.
public final class SocketAddresses {

    private static final int IPV4_SIZE = 16;
    private static final int IPV6_SIZE = 28;
    private static final ValueLayout.OfShort PORT = JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN);
    private static final long ADDRESS_IPV4 = 4;
    private static final long ADDRESS_IPV6 = 8;
    private static final long SCOPE = 24;

    private final MemorySegment sockaddr = Arena.ofAuto().allocate(IPV6_SIZE, 8);
    private final MemorySegment number = Arena.ofAuto().allocate(JAVA_INT);
    private final Linux linux;

    public SocketAddresses(Linux linux) {
        this.linux = linux;
    }

    /// The family of sockets that can have this address.
    ///
    /// @throws UnknownHostException when the name was not looked up, or is not known
    public static int family(InetSocketAddress address) throws UnknownHostException {
        if (address.isUnresolved()) {
            throw new UnknownHostException(
                    address.getHostString() + ": this name has no address; check how it is spelt");
        }
        return address.getAddress() instanceof Inet6Address ? Linux.AF_INET6 : Linux.AF_INET;
    }

    public int bind(int fd, InetSocketAddress address) {
        return linux.bind(fd, sockaddr.address(), encode(address));
    }

    public int connect(int fd, InetSocketAddress address) {
        return linux.connect(fd, sockaddr.address(), encode(address));
    }

    public InetSocketAddress local(int fd) throws IOException {
        number.set(JAVA_INT, 0, IPV6_SIZE);
        var result = linux.getsockname(fd, sockaddr.address(), number.address());
        LinuxException.check("getsockname", "fd " + fd, result);
        return decode();
    }

    public InetSocketAddress peer(int fd) throws IOException {
        number.set(JAVA_INT, 0, IPV6_SIZE);
        var result = linux.getpeername(fd, sockaddr.address(), number.address());
        LinuxException.check("getpeername", "fd " + fd, result);
        return decode();
    }

    /// Switches a socket option on.
    public int enable(int fd, int level, int name) {
        number.set(JAVA_INT, 0, 1);
        return linux.setsockopt(fd, level, name, number.address(), Integer.BYTES);
    }

    /// What became of a `connect` that was in progress: 0, or minus `errno` (`connect(2)`, under `EINPROGRESS`).
    public int connectResult(int fd) {
        var length =
                sockaddr.address(); // both cells are free between calls: the value goes to `number`
        sockaddr.set(JAVA_INT, 0, Integer.BYTES);
        var result =
                linux.getsockopt(fd, Linux.SOL_SOCKET, Linux.SO_ERROR, number.address(), length);
        return result < 0 ? result : -number.get(JAVA_INT, 0);
    }

    int encode(InetSocketAddress address) {
        sockaddr.fill((byte) 0);
        sockaddr.set(PORT, 2, (short) address.getPort());
        var bytes = MemorySegment.ofArray(address.getAddress().getAddress());
        if (address.getAddress() instanceof Inet6Address v6) {
            sockaddr.set(JAVA_SHORT, 0, (short) Linux.AF_INET6);
            sockaddr.asSlice(ADDRESS_IPV6).copyFrom(bytes);
            sockaddr.set(JAVA_INT, SCOPE, v6.getScopeId());
            return IPV6_SIZE;
        }
        sockaddr.set(JAVA_SHORT, 0, (short) Linux.AF_INET);
        sockaddr.asSlice(ADDRESS_IPV4).copyFrom(bytes);
        return IPV4_SIZE;
    }

    InetSocketAddress decode() throws UnknownHostException {
        var isIpv6 = sockaddr.get(JAVA_SHORT, 0) == Linux.AF_INET6;
        var bytes = isIpv6 ? sockaddr.asSlice(ADDRESS_IPV6, 16) : sockaddr.asSlice(ADDRESS_IPV4, 4);
        var scope = isIpv6 ? sockaddr.get(JAVA_INT, SCOPE) : 0;
        var raw = bytes.toArray(ValueLayout.JAVA_BYTE);
        return new InetSocketAddress(
                scope == 0
                        ? InetAddress.getByAddress(raw)
                        : Inet6Address.getByAddress(null, raw, scope),
                Short.toUnsignedInt(sockaddr.get(PORT, 2)));
    }
}
