package echolab.walk;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// The clients of a scene. Each act is over when the kernel has carried it to the server's end, so what the server finds does not
/// depend on how fast anything was.
final class ScriptedClients implements AutoCloseable {

    private static final int SMALL_WINDOW = 1 << 18;

    private final InetSocketAddress server;
    private final KernelQueues kernel;
    private final Map<String, SocketChannel> clients = new LinkedHashMap<>();

    ScriptedClients(InetSocketAddress server, KernelQueues kernel) {
        this.server = server;
        this.kernel = kernel;
    }

    /// @return whether it came about; a server that resets a connection, so that it does not, is worth a recording, too
    boolean perform(Act act) throws IOException {
        if (act.verb() == Act.Verb.CONNECTS) {
            clients.put(act.client(), SocketChannel.open(StandardProtocolFamily.INET));
        }
        var client = clients.get(act.client());
        if (client == null) {
            throw new IllegalArgumentException(
                    "%s has to connect before: %s".formatted(act.client(), act));
        }
        try {
            return perform(act, client);
        } catch (IOException e) {
            kernel.look();
            if (client.isConnected() && kernel.clientEnd(port(client)).state() == 0) {
                return false;
            }
            throw e;
        }
    }

    private boolean perform(Act act, SocketChannel client) throws IOException {
        switch (act.verb()) {
            case CONNECTS -> {
                if (act.object().equals("slow")) {
                    client.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_WINDOW);
                }
                client.connect(server);
                client.configureBlocking(false);
            }
            case SENDS -> client.write(StandardCharsets.UTF_8.encode(act.object()));
            case FLOODS -> {
                return client.write(ByteBuffer.allocate(1 << 20)) > 0;
            }
            case RECEIVES -> {
                return receive(client, Integer.parseInt(act.object()));
            }
            case DRAINS -> {
                return receive(client, Integer.MAX_VALUE);
            }
            case ENDS -> client.shutdownOutput();
            default -> throw new IllegalArgumentException(act + " is not for a client");
        }
        Stillness.await(
                () -> isCarried(act, client),
                act
                        + ": the kernel has not carried it to the other side in two minutes; is the machine stopped?");
        return true;
    }

    private boolean isCarried(Act act, SocketChannel client) throws IOException {
        kernel.look();
        var isOpen = kernel.serverEnd(port(client)).isEstablished();
        return switch (act.verb()) {
            case CONNECTS -> isOpen;
            case ENDS -> !isOpen && kernel.clientEnd(port(client)).toSend() == 0;
            default -> kernel.clientEnd(port(client)).toSend() == 0;
        };
    }

    /// Takes what comes until it is so much, or nothing is on its way: all threads of the server sleep, so what is not on its way now never
    /// will be. It is asked twice, since a byte may move from one queue to the next between two rows of the kernel's table.
    private boolean receive(SocketChannel client, int most) throws IOException {
        var left = most;
        for (var idle = 0; left > 0 && idle < 2; ) {
            var count = client.read(ByteBuffer.allocate(Math.min(left, 1 << 16)));
            left -= Math.max(0, count);
            kernel.look();
            var isOnTheWay =
                    kernel.serverEnd(port(client)).toSend() > 0
                            || kernel.clientEnd(port(client)).toRead() > 0;
            idle = count > 0 || isOnTheWay ? 0 : idle + 1;
        }
        return left == 0;
    }

    private static int port(SocketChannel client) {
        return client.socket().getLocalPort();
    }

    /// The letter of the client that a descriptor of the server leads to, as ` of A`; nothing when there is none.
    ///
    /// @param link what the descriptor is said to be in `/proc/PID/fd`
    String of(String link) {
        return clients.entrySet().stream()
                .filter(client -> kernel.serverEnd(port(client.getValue())).link().equals(link))
                .map(client -> " of " + client.getKey())
                .findFirst()
                .orElse("");
    }

    /// The bytes that wait, by client: on their way to the server, at the server, on their way back, at the client.
    Map<String, String> queues() {
        var queues = new LinkedHashMap<String, String>();
        clients.forEach((name, client) -> {
            var here = kernel.clientEnd(port(client));
            var there = kernel.serverEnd(port(client));
            queues.put(
                    name,
                    "%s %s %s %s"
                            .formatted(
                                    here.toSend(), there.toRead(), there.toSend(), here.toRead()));
        });
        queues.put("backlog", String.valueOf(kernel.backlog()));
        return queues;
    }

    @Override
    public void close() throws IOException {
        for (var client : clients.values()) client.close();
    }
}
