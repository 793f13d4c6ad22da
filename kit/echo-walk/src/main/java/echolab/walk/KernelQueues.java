package echolab.walk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// What the kernel holds of the conversations with one server: the bytes that wait in each direction, from `/proc/net/tcp`.
final class KernelQueues {

    private static final Path NET = Path.of("/proc/net");
    private static final int ESTABLISHED = 1;
    private static final int LISTEN = 10;

    /// One end of a conversation.
    ///
    /// @param state as `/proc/net/tcp` numbers them
    /// @param toSend bytes that the other side has not acknowledged
    /// @param toRead bytes that nobody has read; of a listening socket the clients in its backlog
    record End(int state, long toSend, long toRead, long inode) {

        static final End GONE = new End(0, 0, 0, 0);

        boolean isEstablished() {
            return state == ESTABLISHED;
        }
    }

    private final int server;
    private Map<Long, End> ends = Map.of();

    KernelQueues(int serverPort) {
        server = serverPort;
    }

    void look() throws IOException {
        var seen = new HashMap<Long, End>();
        for (var table : new String[] {"tcp", "tcp6"}) {
            try (var rows = rows(table)) {
                rows.filter(row -> row.startsWith(":") || row.contains(": "))
                        .forEach(row -> take(row.strip().split("\\s+"), seen));
            }
        }
        ends = seen;
    }

    private static Stream<String> rows(String table) throws IOException {
        var file = NET.resolve(table);
        return Files.exists(file) ? Files.lines(file) : Stream.empty();
    }

    private void take(String[] row, Map<Long, End> seen) {
        if (row.length < 10 || row[0].equals("sl")) {
            return;
        }
        var from = port(row[1]);
        var to = port(row[2]);
        if (from == server || to == server) {
            var queues = row[4].split(":");
            seen.put(
                    key(from, to),
                    new End(
                            Integer.parseInt(row[3], 16),
                            Long.parseLong(queues[0], 16),
                            Long.parseLong(queues[1], 16),
                            Long.parseLong(row[9])));
        }
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), 16);
    }

    /// The server's end of the conversation with the client on this port.
    End serverEnd(int client) {
        return ends.getOrDefault(key(server, client), End.GONE);
    }

    End clientEnd(int client) {
        return ends.getOrDefault(key(client, server), End.GONE);
    }

    /// ScriptedClients that nobody has accepted.
    long backlog() {
        return ends.values().stream()
                .filter(end -> end.state == LISTEN)
                .mapToLong(End::toRead)
                .sum();
    }

    /// The port of the client that the socket of this inode talks to; 0 for none.
    int clientOf(long inode) {
        return ends.entrySet().stream()
                .filter(end -> end.getValue().inode == inode && (end.getKey() >> 16) == server)
                .mapToInt(end -> (int) (end.getKey() & 0xffff))
                .findFirst()
                .orElse(0);
    }

    private static long key(int from, int to) {
        return (long) from << 16 | to;
    }
}
