package echolab.walk;

import echolab.process.KernelFile;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the kernel holds of the conversations with one server: the bytes that wait in each direction, from `/proc/net/tcp`, the
/// table of IPv4. A JVM that is not told otherwise has its sockets in that of IPv6, which is longer where many JVMs have been at work.
final class KernelQueues {

    private static final Path TABLE = Path.of("/proc/net/tcp");
    private static final int ESTABLISHED = 1;
    private static final int LISTEN = 10;

    /// Both ports, the state, both queues, and the inode.
    private static final Pattern ROW =
            Pattern.compile(
                    "\\w+:(\\w+) \\w+:(\\w+) (\\w+) (\\w+):(\\w+) \\S+ \\S+ +\\d+ +\\d+ (\\d+)");

    /// One end of a conversation.
    ///
    /// @param state as `/proc/net/tcp` numbers them
    /// @param toSend bytes that the other side has not acknowledged
    /// @param toRead bytes that nobody has read; of a listening socket the clients in its backlog
    /// @param link what its descriptor is said to be in `/proc/PID/fd`
    record End(long port, long peer, long state, long toSend, long toRead, String link) {

        private static End of(MatchResult row) {
            var numbers = new long[6];
            for (var group = 1; group < numbers.length; group++) {
                numbers[group] = Long.parseLong(row.group(group), 16);
            }
            var link = "socket:[%s]".formatted(row.group(6));
            return new End(numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], link);
        }

        boolean isEstablished() {
            return state == ESTABLISHED;
        }
    }

    private final int server;
    private List<End> ends = List.of();

    KernelQueues(int serverPort) {
        server = serverPort;
    }

    /// Most rows of a busy machine are of conversations that are over, tens of thousands, and are not looked into.
    void look() {
        var port = ":%04X ".formatted(server);
        ends =
                KernelFile.read(TABLE).stream()
                        .flatMap(String::lines)
                        .filter(said -> said.contains(port))
                        .flatMap(said -> ROW.matcher(said).results())
                        .map(End::of)
                        .toList();
    }

    /// The server's end of the conversation with the client on this port.
    End serverEnd(int client) {
        return end(server, client);
    }

    End clientEnd(int client) {
        return end(client, server);
    }

    private End end(int port, int peer) {
        return ends.stream()
                .filter(end -> end.port == port && end.peer == peer)
                .findFirst()
                .orElseGet(() -> new End(port, peer, 0, 0, 0, "gone"));
    }

    /// Clients that nobody has accepted.
    long backlog() {
        return listening().mapToLong(End::toRead).sum();
    }

    private Stream<End> listening() {
        return ends.stream().filter(end -> end.port == server && end.state == LISTEN);
    }
}
