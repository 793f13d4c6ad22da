package echolab.contract.subjects;

import echolab.EchoMain;
import echolab.EchoOptions;
import echolab.EchoServer;
import echolab.EchoStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/// A server that keeps the contract: one thread a connection. The broken ones beside it differ from it in one method.
public class ThreadsStep implements EchoStep {

    public static void main(String... args) {
        EchoMain.run(new ThreadsStep(), args);
    }

    @Override
    public String id() {
        return "threads";
    }

    @Override
    public String title() {
        return "threads, for the tests of the contract";
    }

    @Override
    public EchoServer listen(EchoOptions options) throws IOException {
        var socket = new ServerSocket();
        try {
            prepare(socket);
            socket.bind(options.address(), options.backlog());
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        return new Server(socket, options);
    }

    /// Sets what has to be set before it listens.
    protected void prepare(ServerSocket socket) throws IOException {}

    /// How many clients it serves at the same time.
    protected int most(EchoOptions options) {
        return options.maxConnections();
    }

    /// How long a read may wait, in milliseconds; 0 for ever.
    protected int idleMillis(EchoOptions options) {
        return (int) options.idleTimeout().toMillis();
    }

    /// How long who is there may stay.
    protected Duration grace(EchoOptions options) {
        return options.grace();
    }

    /// Somebody has called close.
    protected void closing(Set<Socket> open, EchoOptions options) throws IOException {}

    /// The acceptor may wait for room, and shall see that the server is closed.
    protected void wake(Semaphore room) {
        room.release();
    }

    /// One conversation. Broken servers override it.
    protected void echo(Socket socket, EchoOptions options) throws IOException {
        var buffer = new byte[options.readBufferSize()];
        var in = socket.getInputStream();
        var out = socket.getOutputStream();
        for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            options.observer().read(n);
            out.write(buffer, 0, n);
        }
    }

    private final class Server implements EchoServer {
        private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
        private final Set<Socket> open = ConcurrentHashMap.newKeySet();
        private final ServerSocket socket;
        private final EchoOptions options;
        private final Semaphore room;
        private final Thread acceptor;

        Server(ServerSocket socket, EchoOptions options) {
            this.socket = socket;
            this.options = options;
            this.room = new Semaphore(most(options) - 1);
            this.acceptor = Thread.ofPlatform().name("accept").start(this::accept);
        }

        private void accept() {
            while (!socket.isClosed()) {
                try {
                    serve(socket.accept());
                } catch (IOException _) {
                    LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                }
            }
        }

        private void serve(Socket connection) {
            open.add(connection);
            var thread = Thread.ofPlatform().unstarted(() -> converse(connection));
            threads.add(thread);
            thread.start();
            room.acquireUninterruptibly();
        }

        private void converse(Socket connection) {
            try (connection) {
                connection.setSoTimeout(idleMillis(options));
                echo(connection, options);
            } catch (IOException | RuntimeException _) {
                // only this connection ends
            } finally {
                open.remove(connection);
                threads.remove(Thread.currentThread());
                room.release();
            }
        }

        @Override
        public InetSocketAddress address() {
            return (InetSocketAddress) socket.getLocalSocketAddress();
        }

        @Override
        public void close() {
            try {
                closing(open, options);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            closeOnce();
        }

        private synchronized void closeOnce() {
            try {
                socket.close();
                wake(room);
                acceptor.join();
                var deadline = System.nanoTime() + grace(options).toNanos();
                for (var thread : threads) {
                    var left = Math.max(1, deadline - System.nanoTime());
                    thread.join(Duration.ofNanos(left));
                }
                for (var connection : open) {
                    connection.close();
                }
                for (var thread : threads) {
                    thread.join();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
