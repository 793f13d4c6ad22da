package echolab.contract.subjects;

import echolab.EchoOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
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

    /// Reads all it can get, and writes only when the client has ended its side.
    public static final class BuffersWithoutLimit extends ThreadsStep {
        @Override
        protected void echo(Socket socket, EchoOptions options) throws IOException {
            var all = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(all);
            all.writeTo(socket.getOutputStream());
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
}
