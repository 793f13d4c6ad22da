package echolab.virtualthreads;

import java.io.IOException;
import java.lang.Thread.State;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.locks.LockSupport;

/// A listening socket that gives its first client at the worst moment: when somebody has closed it and waits for the thread that
/// accepts.
final class LateListener extends ServerSocket {

    private static final EnumSet<State> WAITS =
            EnumSet.of(State.WAITING, State.TIMED_WAITING, State.TERMINATED);

    private static final Duration LOOK = Duration.ofMillis(1);

    private volatile Thread closer;
    private volatile Socket first;

    LateListener() throws IOException {
        super(0, 50, InetAddress.getLoopbackAddress());
    }

    /// Whether it has taken its first client, who would be lost in the backlog of a listener that is closed.
    boolean hasClient() {
        return first != null;
    }

    @Override
    public Socket accept() throws IOException {
        if (first != null) {
            throw new SocketException("Socket closed");
        }
        first = super.accept();
        while (closer == null || !WAITS.contains(closer.getState())) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return first;
    }

    @Override
    public void close() throws IOException {
        super.close();
        closer = Thread.currentThread();
    }
}
