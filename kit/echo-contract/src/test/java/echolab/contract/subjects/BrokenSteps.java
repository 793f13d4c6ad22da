package echolab.contract.subjects;

import echolab.EchoMain;
import echolab.EchoOptions;
import echolab.EchoServer;
import echolab.contract.Patience;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// Servers that are wrong in one way each, in which a real one could be.
public final class BrokenSteps {

    private BrokenSteps() {}

    /// Forgets the end of every chunk of more than a kilobyte, as one that ignores what `write` returns.
    public static final class DropsPartialWrites extends ThreadsStep {
        @Override
        protected void echo(Socket socket, EchoOptions options) throws IOException {
            var buffer = new byte[options.readBufferSize()];
            var in = socket.getInputStream();
            for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                socket.getOutputStream().write(buffer, 0, Math.min(n, 1024));
            }
        }
    }

    /// Keeps the connection when the client has ended its side.
    public static final class IgnoresEndOfStream extends ThreadsStep {
        @Override
        protected void echo(Socket socket, EchoOptions options) throws IOException {
            var in = socket.getInputStream();
            while (!socket.isClosed()) {
                var next = in.read();
                if (next < 0) {
                    Thread.onSpinWait();
                } else {
                    socket.getOutputStream().write(next);
                }
            }
        }
    }

    /// Puts a buffer between itself and the client, and flushes it when the client has ended its side.
    public static final class FlushesAtTheEnd extends ThreadsStep {
        @Override
        protected void echo(Socket socket, EchoOptions options) throws IOException {
            var out = new BufferedOutputStream(socket.getOutputStream());
            socket.getInputStream().transferTo(out);
            out.flush();
        }
    }

    /// Collects what comes, and answers when nothing has come for a moment: when the end comes first, it does not answer.
    public static final class AnswersWhenNothingComes extends ThreadsStep {
        @Override
        protected int idleMillis(EchoOptions options) {
            return 100;
        }

        @Override
        protected void echo(Socket socket, EchoOptions options) throws IOException {
            var collected = new ByteArrayOutputStream();
            while (!socket.isClosed()) {
                try {
                    socket.getInputStream().transferTo(collected);
                    return;
                } catch (SocketTimeoutException _) {
                    collected.writeTo(socket.getOutputStream());
                    collected.reset();
                }
            }
        }
    }

    /// Calls itself for the next byte, as a completion handler that is called at once would.
    public static final class CallsItselfForTheNext extends ThreadsStep {
        @Override
        protected void echo(Socket socket, EchoOptions options) throws IOException {
            try {
                next(socket.getInputStream(), socket.getOutputStream());
            } catch (StackOverflowError e) {
                throw new IOException("the conversation was too deep", e);
            }
        }

        private static void next(InputStream in, OutputStream out) throws IOException {
            var one = in.read();
            if (one >= 0) {
                out.write(one);
                next(in, out);
            }
        }
    }

    /// Has a thread for each of so many clients, and lets the others wait for one of these to leave.
    public static final class HasSoManyThreads extends ThreadsStep {
        public static void main(String... args) {
            EchoMain.run(new HasSoManyThreads(), args);
        }

        @Override
        protected int most(EchoOptions options) {
            return 200;
        }
    }

    /// Has room for megabytes of each client, in case that one is slow.
    public static final class HasMuchRoomForEach extends ThreadsStep {
        public static void main(String... args) {
            EchoMain.run(new HasMuchRoomForEach(), args);
        }

        @Override
        protected void echo(Socket socket, EchoOptions options) throws IOException {
            try (var room = Arena.ofConfined()) {
                room.allocate(20 << 20);
                super.echo(socket, options);
            }
        }
    }

    /// Reads all it can get, and writes only when the client has ended its side.
    public static final class BuffersWithoutLimit extends ThreadsStep {
        private static final int PIECE = 65_536;

        @Override
        protected void echo(Socket socket, EchoOptions options) throws IOException {
            // in pieces: to copy 64 MB into an array of twice the size takes a busy machine longer
            // than a client waits before it calls the server stalled
            var all = new ArrayList<byte[]>();
            var in = socket.getInputStream();
            for (var piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                all.add(piece);
            }
            for (var piece : all) {
                socket.getOutputStream().write(piece);
            }
        }
    }

    /// Serves one client until it leaves, then the next.
    public static final class ServesOneAtATime extends ThreadsStep {
        private final ReentrantLock turn = new ReentrantLock();

        @Override
        protected void echo(Socket socket, EchoOptions options) throws IOException {
            turn.lock();
            try {
                super.echo(socket, options);
            } finally {
                turn.unlock();
            }
        }
    }

    /// Resets the connection as soon as it sees the client's FIN.
    public static final class ResetsOnHalfClose extends ThreadsStep {
        @Override
        protected void echo(Socket socket, EchoOptions options) throws IOException {
            super.echo(socket, options);
            socket.setSoLinger(true, 0);
        }
    }

    /// Swaps two neighbours in every chunk.
    public static final class SwapsBytes extends ThreadsStep {
        @Override
        protected void echo(Socket socket, EchoOptions options) throws IOException {
            var buffer = new byte[options.readBufferSize()];
            var in = socket.getInputStream();
            for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                var first = buffer[0];
                buffer[0] = buffer[n - 1];
                buffer[n - 1] = first;
                socket.getOutputStream().write(buffer, 0, n);
            }
        }
    }

    /// Shares its port with every other server that does.
    public static final class SharesItsPort extends ThreadsStep {
        @Override
        protected void prepare(ServerSocket socket) throws IOException {
            socket.setOption(StandardSocketOptions.SO_REUSEPORT, true);
        }
    }

    /// Takes the next best port when another program has its own.
    public static final class TakesAnotherPort extends ThreadsStep {
        @Override
        public EchoServer listen(EchoOptions options) throws IOException {
            try {
                return super.listen(options);
            } catch (BindException _) {
                return super.listen(options.withPort(0));
            }
        }
    }

    /// Fails on an interrupted thread, when it listens already.
    public static final class ForgetsThatItListens extends ThreadsStep {
        @Override
        public EchoServer listen(EchoOptions options) throws IOException {
            var server = super.listen(options);
            if (Thread.interrupted()) {
                throw new InterruptedIOException(
                        "interrupted while the server on %s started".formatted(server.address()));
            }
            return server;
        }
    }

    /// Takes a second call of close for impatience.
    public static final class CutsWhenClosedAgain extends ThreadsStep {
        private boolean closed;

        @Override
        protected synchronized void closing(Set<Socket> open, EchoOptions options)
                throws IOException {
            if (closed) {
                for (var socket : open) {
                    socket.close();
                }
            }
            closed = true;
        }
    }

    /// Counts the grace in whole seconds.
    public static final class RoundsTheGrace extends ThreadsStep {
        @Override
        protected Duration grace(EchoOptions options) {
            return options.grace().truncatedTo(ChronoUnit.SECONDS);
        }
    }

    /// Waits for its clients as long as they like.
    public static final class WaitsForEver extends ThreadsStep {
        @Override
        protected int idleMillis(EchoOptions options) {
            return 0;
        }
    }

    /// Gives a client the time for its silence altogether.
    public static final class CountsFromTheBeginning extends ThreadsStep {
        @Override
        protected void echo(Socket socket, EchoOptions options) throws IOException {
            var end = System.nanoTime() + options.idleTimeout().toNanos();
            var one = new byte[1];
            while (System.nanoTime() < end && socket.getInputStream().read(one) > 0) {
                socket.getOutputStream().write(one);
            }
        }
    }

    /// Ends its own side of a silent connection, and waits for the client to do the same.
    public static final class WaitsForTheLastWord extends ThreadsStep {
        public static void main(String... args) {
            EchoMain.run(new WaitsForTheLastWord(), args);
        }

        @Override
        protected void echo(Socket socket, EchoOptions options) throws IOException {
            try {
                super.echo(socket, options);
            } catch (SocketTimeoutException _) {
                socket.shutdownOutput();
                socket.setSoTimeout(0);
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    /// Has a time-out, but a short one.
    public static final class IsImpatient extends ThreadsStep {
        @Override
        protected int idleMillis(EchoOptions options) {
            return super.idleMillis(options) / 2;
        }
    }

    /// Is right, and lets each of its clients wait for longer than they may be silent, before it can be connected to: so the first falls
    /// silent by no fault of its own, as on a busy machine.
    public static final class IsFoundLate extends ThreadsStep {
        @Override
        public EchoServer listen(EchoOptions options) throws IOException {
            var server = super.listen(options);
            return new EchoServer() {
                @Override
                public InetSocketAddress address() {
                    new Patience(options.idleTimeout().plusMillis(500)).sees(() -> false);
                    return server.address();
                }

                @Override
                public void close() {
                    server.close();
                }
            };
        }
    }

    /// Serves everybody who comes.
    public static final class ServesBeyondTheLimit extends ThreadsStep {
        @Override
        protected int most(EchoOptions options) {
            return 1_000;
        }
    }

    /// Takes the end of every conversation for a fault of its own.
    public static final class CriesWolf extends ThreadsStep {
        @Override
        protected void echo(Socket socket, EchoOptions options) throws IOException {
            try {
                super.echo(socket, options);
            } catch (IOException e) {
                System.getLogger(CriesWolf.class.getName())
                        .log(System.Logger.Level.WARNING, "a conversation failed", e);
                throw e;
            }
        }
    }
}
