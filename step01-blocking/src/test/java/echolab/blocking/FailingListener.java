package echolab.blocking;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayDeque;
import java.util.Deque;

/// A listening socket whose `accept` fails when the test says so, and which remembers how the loop around it bears that.
final class FailingListener extends ServerSocket {

    private final Deque<Integer> script = new ArrayDeque<>();
    private long waitsWhenItFailed = -1;
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

    /// How often it was called after a failure by a thread that had not slept in between.
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
        if (waitsWhenItFailed == waits()) {
            retriesAtOnce++;
        }
        waitsWhenItFailed = -1;
        var failures = script.isEmpty() ? 0 : script.remove();
        if (failures > 0) {
            script.addFirst(failures - 1);
            waitsWhenItFailed = waits();
            throw new SocketException("Too many open files");
        }
        return super.accept();
    }

    /// How often this thread has slept or waited so far, as the JVM counts it.
    private static long waits() {
        var id = Thread.currentThread().threadId();
        return ManagementFactory.getThreadMXBean().getThreadInfo(id).getWaitedCount();
    }
}
