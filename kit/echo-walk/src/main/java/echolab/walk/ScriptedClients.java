package echolab.walk;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BooleanSupplier;

/// The clients of a scene. Each act is over when the kernel has carried it to the server's end, so what the server finds does not
/// depend on how fast anything was.
final class ScriptedClients implements AutoCloseable {

    private static final long LIMIT_NANOS = 120_000_000_000L;
    private static final int SMALL_WINDOW = 1 << 18;

    /// A client has an end of its own, and the small buffer of one who reads slowly.
    private record Client(SocketChannel channel, int port) {}

    private final InetSocketAddress server;
    private final KernelQueues kernel;
    private final SequencedMap<String, Client> clients = new LinkedHashMap<>();

    ScriptedClients(InetSocketAddress server, KernelQueues kernel) {
        this.server = server;
        this.kernel = kernel;
    }

    /// The ports by the letters of the clients.
    SequencedMap<String, Integer> ports() {
        var ports = new LinkedHashMap<String, Integer>();
        clients.forEach((name, client) -> ports.put(name, client.port));
        return ports;
    }

    /// @return whether it came about: a client that drains is at its end when nothing has come
    boolean perform(Act act) throws IOException {
        var client = clients.get(act.client());
        if (client == null && act.verb() != Act.Verb.CONNECTS) {
            throw new SceneException("%s has to connect before: %s".formatted(act.client(), act));
        }
        try {
            return performed(act, client);
        } catch (IOException e) {
            kernel.look();
            if (client != null && kernel.clientEnd(client.port).equals(KernelQueues.End.GONE)) {
                return false; // a server that resets a connection is worth a recording, too
            }
            throw e;
        }
    }

    private boolean performed(Act act, Client client) throws IOException {
        return switch (act.verb()) {
            case CONNECTS -> connect(act);
            case SENDS -> send(client, act);
            case FLOODS -> flood(client) > 0;
            case RECEIVES -> receive(client, Integer.parseInt(act.object()));
            case DRAINS -> drain(client) > 0;
            case ENDS -> end(client, act);
            case STOPS, BEGINS, WAITS ->
                    throw new IllegalArgumentException(act + " is not for a client");
        };
    }

    private boolean connect(Act act) throws IOException {
        var channel = SocketChannel.open();
        if (act.object().contains("slow")) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_WINDOW);
        }
        channel.connect(server);
        channel.configureBlocking(false);
        var port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
        clients.put(act.client(), new Client(channel, port));
        await(act, () -> kernel.serverEnd(port).isEstablished());
        return true;
    }

    private boolean send(Client client, Act act) throws IOException {
        var bytes = ByteBuffer.wrap(act.object().getBytes(StandardCharsets.UTF_8));
        client.channel.write(bytes);
        await(act, () -> kernel.clientEnd(client.port).toSend() == 0);
        return true;
    }

    private static int flood(Client client) throws IOException {
        return client.channel.write(ByteBuffer.allocate(1 << 20));
    }

    /// @return whether they have come; all threads of the server sleep, so what is not on its way now never will be
    private boolean receive(Client client, int count) throws IOException {
        var buffer = ByteBuffer.allocate(count);
        for (var coming = true; buffer.hasRemaining() && coming; ) {
            coming = client.channel.read(buffer) > 0 || isOnTheWay(client);
        }
        return !buffer.hasRemaining();
    }

    /// All that the kernels hold on the way to it: as it reads, more comes, until the server's end is empty.
    private int drain(Client client) throws IOException {
        var buffer = ByteBuffer.allocate(1 << 16);
        var total = 0;
        for (var idle = 0; idle < 2; ) {
            var count = client.channel.read(buffer.clear());
            total += Math.max(0, count);
            idle = count > 0 || isOnTheWay(client) ? 0 : idle + 1;
        }
        return total;
    }

    private boolean isOnTheWay(Client client) throws IOException {
        kernel.look();
        return kernel.serverEnd(client.port).toSend() > 0
                || kernel.clientEnd(client.port).toRead() > 0;
    }

    private boolean end(Client client, Act act) throws IOException {
        client.channel.shutdownOutput();
        await(
                act,
                () ->
                        !kernel.serverEnd(client.port).isEstablished()
                                && kernel.clientEnd(client.port).toSend() == 0);
        return true;
    }

    private void await(Act act, BooleanSupplier carried) throws IOException {
        var deadline = System.nanoTime() + LIMIT_NANOS;
        for (kernel.look(); !carried.getAsBoolean(); kernel.look()) {
            requireBefore(deadline, act);
        }
    }

    private static void requireBefore(long deadline, Act act) throws IOException {
        if (System.nanoTime() - deadline > 0) {
            throw new IOException(
                    "%s: the kernel has not carried it to the other side in %s s; is the machine stopped?"
                            .formatted(act, LIMIT_NANOS / 1_000_000_000));
        }
    }

    /// The bytes that wait, by client: on their way to the server, at the server, on their way back, at the client.
    Map<String, String> queues() {
        var queues = new LinkedHashMap<String, String>();
        clients.forEach((name, client) -> {
            var here = kernel.clientEnd(client.port);
            var there = kernel.serverEnd(client.port);
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
        for (var client : clients.values()) {
            client.channel.close();
        }
    }
}
