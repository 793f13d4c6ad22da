package echolab.epoll.net;

import echolab.contract.Expect;
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

/// A stream of which the loop is told nothing: the test hands over what epoll says, when it likes, and once. The other end is a
/// plain socket.
final class ScriptedStream implements AutoCloseable {

    private static final int SECOND = 1_000;

    final EventLoop loop = Task.current().loop();
    final Stream stream;
    final Socket peer;
    private final Epoll epoll = new Epoll();
    private final int epollFd = epoll.epoll_create1();

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
        peer.close();
        loop.linux.close(epollFd);
    }
}
