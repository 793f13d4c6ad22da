package echolab.epoll;

import echolab.epoll.net.FullBacklog;
import echolab.epoll.net.Loopback;
import echolab.epoll.net.Stream;
import echolab.epoll.task.Task;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

/// Where may a task wait? In calls of ours and in those of the JDK; each with the method in which it is found once it does.
public enum Waiting {
    SLEEP("Task.sleep"),
    AWAIT("Task.await"),
    SCOPE("Scope.join"),
    GATHER("Combinators.gather"),
    TIMEOUT("Combinators.timeout"),
    YIELD("Task.yield"),
    BLOCKING("Task.blocking"),
    READ("Stream.read"),
    WRITE("Stream.write"),
    ACCEPT("Listener.serveForever"),
    CONNECT("Pollable.awaitWritable"),
    QUEUE("LinkedBlockingQueue.take"),
    THREAD_SLEEP("Thread.sleep"),
    LOCK("ReentrantLock.lockInterruptibly"),
    OBJECT_WAIT("Object.wait"),
    JDK_READ("NioSocketImpl.park");

    private static final Duration DAY = Duration.ofDays(1);

    private final String method;

    Waiting(String method) {
        this.method = method;
    }

    /// Whether this thread waits there now. One that gives way again and again is always ready and never waits.
    public boolean isWhere(Thread thread) {
        var state = thread.getState();
        var waits = state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
        return (waits || this == YIELD)
                && Arrays.stream(thread.getStackTrace())
                        .anyMatch(f ->
                                (f.getClassName() + "." + f.getMethodName())
                                        .endsWith("." + method));
    }

    public void begin() throws Exception {
        switch (this) {
            case SLEEP -> Task.sleep(DAY);
            case AWAIT -> Task.spawn("other", () -> Task.sleep(DAY)).await();
            case SCOPE -> Task.scope(s -> s.spawn("child", () -> Task.sleep(DAY)));
            case GATHER -> Task.gather(SLEEP.body());
            case TIMEOUT -> Task.timeout(DAY.multipliedBy(2), SLEEP.body());
            case YIELD -> giveWayForEver();
            case BLOCKING -> Task.blocking(THREAD_SLEEP.body());
            case READ -> Loopback.connectToSilence().read(Loopback.bytes(0));
            case WRITE -> Loopback.flood(Loopback.connectToSilence());
            case ACCEPT -> Loopback.listen().serveForever(Stream::close);
            case CONNECT -> connect();
            case QUEUE -> new LinkedBlockingQueue<String>().take();
            case THREAD_SLEEP -> Thread.sleep(DAY);
            case LOCK -> lock();
            case OBJECT_WAIT -> waitForNotify(new Object());
            case JDK_READ -> readFromJdkSocket();
        }
    }

    private Callable<Void> body() {
        return () -> {
            begin();
            return null;
        };
    }

    private static void giveWayForEver() {
        while (true) {
            Task.yield();
        }
    }

    private static void connect() throws Exception {
        try (var port = new FullBacklog()) {
            Stream.connect("127.0.0.1", port.port(), DAY);
        }
    }

    private static void lock() throws InterruptedException {
        var lock = new ReentrantLock();
        Thread.ofPlatform().start(lock::lock).join();
        lock.lockInterruptibly();
    }

    private static void waitForNotify(Object monitor) throws InterruptedException {
        synchronized (monitor) {
            monitor.wait();
        }
    }

    private static void readFromJdkSocket() throws Exception {
        try (var server = Loopback.backlog(1);
                var socket = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort())) {
            socket.getInputStream().read();
        }
    }
}
