package echolab.contract;

import echolab.EchoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A server of a few lines, right or wrong on purpose, which a test that somebody writes is tried on. Each client has a thread.
public class GivenServer implements EchoServer {

    /// What it does with a client. The connection is closed when this returns or throws.
    @FunctionalInterface
    public interface Service {
        void serve(Socket client) throws IOException, InterruptedException;
    }

    /// Nobody can connect any more once this is closed.
    protected final ServerSocket listener;

    /// Those that are there.
    protected final Set<Socket> clients = ConcurrentHashMap.newKeySet();

    private final Service service;

    public GivenServer(Service service) throws IOException {
        this.service = service;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        try (listener) {
            while (true) {
                var client = listener.accept();
                clients.add(client);
                Thread.ofVirtual().start(() -> run(client));
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void run(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            service.serve(client);
        } catch (IOException | InterruptedException _) {
            // its client sees the end
        } finally {
            clients.remove(client);
        }
    }

    @Override
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    /// At once, whoever is there.
    @Override
    public void close() {
        try {
            listener.close();
            for (var client : clients) {
                client.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException("a given server did not close", e);
        }
    }
}
