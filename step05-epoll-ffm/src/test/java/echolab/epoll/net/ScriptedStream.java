package echolab.epoll.net;

import echolab.contract.Expect;
import echolab.contract.Patience;
import echolab.epoll.linux.Epoll;
import echolab.epoll.linux.Linux;
import echolab.epoll.loop.EventLoop;
import echolab.epoll.task.Task;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// A stream of which the loop is told nothing: the test hands over what epoll says, when it likes, and once. The other end is a
/// plain socket.
final class ScriptedStream implements AutoCloseable {

    private static final int SECOND = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    final EventLoop loop = Task.current().loop();
    final Stream stream;
    final Socket peer;
    private final Epoll epoll = new Epoll();
    private final int epollFd = epoll.epoll_create1();
    private volatile boolean over;
    private volatile boolean held;

    ScriptedStream() throws IOException {
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            stream = new Stream(loop, loop.linux.socket(Linux.AF_INET));
            var address = (InetSocketAddress) listening.getLocalSocketAddress();
            loop.addresses.connect(stream.number(), address);
            peer = listening.accept();
        }
        // level-triggered, so that it can be asked again and again
        epoll.epoll_add(
                epollFd, stream.number(), Epoll.EPOLLIN | Epoll.EPOLLPRI | Epoll.EPOLLRDHUP, 0);
    }

    ScriptedStream sends(String text) throws IOException {
        peer.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    ScriptedStream sendsWithUrgentByte(String before, String behind) throws IOException {
        sends(before).peer.sendUrgentData('!');
        return sends(behind);
    }

    ScriptedStream ends() throws IOException {
        peer.shutdownOutput();
        return this;
    }

    /// Ends it by a reset, which is a failure for whoever reads.
    ScriptedStream resets() throws IOException {
        peer.setSoLinger(true, 0);
        peer.close();
        return this;
    }

    /// Ends the connection when the loop has not come on for the length of the patience: a task that asks the kernel again and again gets an
    /// answer then, and the test goes on.
    ScriptedStream guarded() {
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    var runs = loop.runs();
                    var patience = new Patience(PATIENCE);
                    while (!over && !patience.isOver()) {
                        LockSupport.parkNanos(10_000_000);
                        if (loop.runs() != runs) {
                            runs = loop.runs();
                            patience = new Patience(PATIENCE);
                        }
                    }
                    if (!over) {
                        held = true;
                        endQuietly();
                    }
                });
        return this;
    }

    private void endQuietly() {
        try {
            peer.close();
        } catch (IOException _) {
            over = true;
        }
    }

    /// To be asked at the end of the test.
    void expectNotHeld() {
        Expect.that(
                "while nothing is there to be read the task waits, and the loop is free for all others",
                !held,
                () -> "the task held the loop, and asked the kernel again and again");
    }

    /// Waits until all of it has arrived, and tells the stream, as the loop would.
    void isTold(int wanted) {
        var told = 0;
        for (var attempt = 0; (told & wanted) != wanted && attempt < SECOND; attempt++) {
            told = epoll.epoll_wait(epollFd, 1) > 0 ? epoll.events(0) : 0;
        }
        stream.ready(told);
    }

    /// Lets the task run until it waits or has ended.
    static boolean endsByItself(Task<?> task) {
        for (var turn = 0; turn < 5 && !task.isDone(); turn++) {
            Task.yield();
        }
        return task.isDone();
    }

    /// What the task gives, which must not wait for an event any more.
    static <T> T resultOf(Task<T> task, String why) throws Exception {
        Expect.that(why, endsByItself(task), () -> task + " waits, and no event will come");
        return task.await();
    }

    @Override
    public void close() throws IOException {
        over = true;
        peer.close();
        loop.linux.close(epollFd);
    }
}
