package echolab.bench.machine;

import echolab.process.Digits;
import echolab.process.KernelFile;
import echolab.process.ProcessFigures;
import java.nio.file.Path;

/// How many connections there can be. The operating system has the last word; these are its figures.
///
/// @param descriptors file descriptors that a process may have open: our children inherit it
/// @param ports local ports that connections to one server can come from
public record ConnectionLimits(long descriptors, long ports) {

    /// What a JVM has open besides connections: libraries, pipes, selectors. About 30 were seen.
    private static final int OTHER_DESCRIPTORS = 100;

    public static ConnectionLimits here() {
        return new ConnectionLimits(
                ProcessFigures.descriptorLimit().orElse(Long.MAX_VALUE), portRange());
    }

    /// @throws IllegalArgumentException when a server, or a load process, can't have that many; says what to do
    public void check(int connections) {
        if (connections > descriptors - OTHER_DESCRIPTORS) {
            throw new IllegalArgumentException(
                    Digits.in(
                            """
                            --connections %d does not fit: each takes a file descriptor in the server and one in the load \
                            generator, and the limit is %,d a process (ulimit -n), of which a JVM needs about %d itself; \
                            ask for at most %d, or raise the limit\
                            """,
                            connections,
                            descriptors,
                            OTHER_DESCRIPTORS,
                            descriptors - OTHER_DESCRIPTORS));
        }
        if (connections > ports) {
            throw new IllegalArgumentException(
                    Digits.in(
                            """
                            --connections %d does not fit: connections to one server need a local port each, and there are %,d \
                            (net.ipv4.ip_local_port_range); ask for fewer, or widen the range\
                            """,
                            connections, ports));
        }
    }

    /// Whether short connections can come and go: each leaves its local port in TIME_WAIT for a minute, and ten thousand a second would use them up
    /// in three seconds. Linux lets the loopback have such a port again after one, unless it is told not to.
    ///
    /// @throws IllegalArgumentException when they would be used up; says what to do
    public static void checkPortsComeBack() {
        checkPortsComeBack(Path.of("/proc/sys/net/ipv4/tcp_tw_reuse"));
    }

    static void checkPortsComeBack(Path reuse) {
        if (!KernelFile.read(reuse).orElse("0").equals("0")) {
            return;
        }
        throw new IllegalArgumentException(
                "--churn would use up the local ports: each connection leaves one in TIME_WAIT for a minute; it needs Linux, where sysctl net.ipv4.tcp_tw_reuse=2 lets the loopback have them again");
    }

    /// How many servers one load process can hold that many connections to, at least 1.
    public int targetsPerLoad(int connections) {
        return (int) Math.max(1, (descriptors - OTHER_DESCRIPTORS) / (connections + 5));
    }

    private static long portRange() {
        return KernelFile.read(Path.of("/proc/sys/net/ipv4/ip_local_port_range"))
                .map(range -> range.split("\\s+"))
                .map(ends -> Long.parseLong(ends[1]) - Long.parseLong(ends[0]) + 1)
                .orElse(16_384L); // of RFC 6335, which systems without this file use
    }
}
