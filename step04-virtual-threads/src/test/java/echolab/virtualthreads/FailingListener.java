package echolab.virtualthreads;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/// A listening socket whose `accept` fails when the test says so, and which remembers how the loop around it bears that.
final class FailingListener extends ServerSocket {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private final Deque<Integer> script = new ArrayDeque<>();
    private long failedAt = System.nanoTime() - PAUSE;
    private int retriesAtOnce;
    private volatile Thread acceptor;

    FailingListener() throws IOException {
        super(0, 50, InetAddress.getLoopbackAddress());
    }

    /// So many calls of `accept` fail, then one accepts a client; and so on with what is said next.
    FailingListener fails(int times) {
        script.add(times);
        return this;
    }

    /// How often it was called sooner after a failure than a pause lasts. (The JVM counts the waits of platform threads only.)
    int retriesAtOnce() {
        return retriesAtOnce;
    }

    /// The thread that called it last; null as long as none did.
    Thread acceptor() {
        return acceptor;
    }

    @Override
    public Socket accept() throws IOException {
        acceptor = Thread.currentThread();
        if (System.nanoTime() - failedAt < PAUSE) {
            retriesAtOnce++;
        }
        var failures = script.isEmpty() ? 0 : script.remove();
        if (failures > 0) {
            script.addFirst(failures - 1);
            failedAt = System.nanoTime();
            throw new SocketException("Too many open files");
        }
        return super.accept();
    }
}
