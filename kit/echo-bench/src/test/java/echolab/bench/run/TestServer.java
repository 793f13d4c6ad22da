package echolab.bench.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/// An echo server that misbehaves as it is told, so that the measurement can be measured. Arguments, all optional:
///
/// - `delay=MILLIS` sleeps before each echo
/// - `burn=MICROS` uses that much CPU for each echo
/// - `corrupt=N` spoils a byte of every Nth echo, `hangup=N` closes the connection instead
/// - `hold=KIB` keeps that much memory for each connection
/// - `stall=MILLIS` does nothing for that long after each thousand echoes
/// - `die=N` ends with exit code 3 instead of echo number N, `mute=N` echoes nothing from number N on
///
/// When it is asked to end it prints `charged N ns`, the CPU time that the system counted for this process since the first echo, and how many
/// connections it `accepted`, how many `ended` as they should, and how many messages it `read`.
final class TestServer {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Map<String, Long> told;
    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 << 10);
    private volatile long chargedBefore;
    private volatile long echoes;
    private volatile int accepted;
    private volatile int ended;

    private TestServer(Map<String, Long> told) throws IOException {
        this.told = told;
    }

    public static void main(String[] args) throws IOException {
        var told =
                Arrays.stream(args)
                        .map(arg -> arg.split("="))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> Long.valueOf(pair[1])));
        var server = new TestServer(told);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() ->
                                System.out.printf(
                                        "charged %s ns, accepted %s, ended %s, read %s%n",
                                        server.charged(),
                                        server.accepted,
                                        server.ended,
                                        server.echoes)));
        server.serve();
    }

    private void serve() throws IOException {
        var listener = ServerSocketChannel.open();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096);
        listener.configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
        System.out.println("Serving on 127.0.0.1:" + listener.socket().getLocalPort());
        while (true) {
            selector.select(key -> ready(listener, key));
        }
    }

    private void ready(ServerSocketChannel listener, SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                var channel = listener.accept();
                accepted++;
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ, held());
            } else {
                echo((SocketChannel) key.channel());
            }
        } catch (IOException e) {
            System.out.println("a connection broke: " + e.getMessage());
            key.cancel();
        }
    }

    private void echo(SocketChannel channel) throws IOException {
        if (channel.read(buffer.clear()) < 0) {
            ended++;
            channel.close();
            return;
        }
        if (echoes++ == 0) {
            chargedBefore = SYSTEM.getProcessCpuTime();
        }
        if (echoes == told("die")) {
            System.out.println("told to die at echo " + echoes);
            System.exit(3);
        }
        if (echoes >= told("mute")) {
            return;
        }
        if (echoes % told("hangup") == 0) {
            channel.close();
            return;
        }
        if (echoes % told("corrupt") == 0) {
            buffer.put(0, (byte) ~buffer.get(0));
        }
        stall();
        delay();
        burn();
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private byte[] held() {
        return new byte[(int) (told.getOrDefault("hold", 0L) << 10)];
    }

    private void delay() {
        if (told.containsKey("delay")) {
            rest(told.get("delay"));
        }
    }

    private void stall() {
        if (told.containsKey("stall") && echoes % 1000 == 0) {
            rest(told.get("stall"));
        }
    }

    /// `parkNanos` may return early.
    private static void rest(long millis) {
        var end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        for (var left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /// Counts CPU time and not time: what others do on this machine does not change how much is burnt.
    private void burn() {
        if (told.containsKey("burn")) {
            var clock = ManagementFactory.getThreadMXBean();
            var from = clock.getCurrentThreadCpuTime();
            while (clock.getCurrentThreadCpuTime() - from < told.get("burn") * 1000) {
                Thread.onSpinWait();
            }
        }
    }

    private long charged() {
        return SYSTEM.getProcessCpuTime() - chargedBefore;
    }

    private long told(String what) {
        return told.getOrDefault(what, Long.MAX_VALUE);
    }
}
