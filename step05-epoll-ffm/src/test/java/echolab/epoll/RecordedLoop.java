package echolab.epoll;

import echolab.epoll.loop.Clock;
import echolab.epoll.net.Listener;
import echolab.epoll.net.Stream;
import echolab.epoll.task.Task;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/// A loop under Flight Recorder, and two things for it to do: the stage of the tests about events.
public final class RecordedLoop {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final Path folder;
    private int port;

    public RecordedLoop(Path folder) {
        this.folder = folder;
    }

    public Path record(Recording recording, Callable<?> main) throws Exception {
        var file = folder.resolve("loop.jfr");
        try (recording) {
            recording.start();
            Task.run(Clock.SYSTEM, Duration.ofMillis(20), main);
            recording.stop();
            recording.dump(file);
        }
        return file;
    }

    public List<RecordedEvent> recorded(String name, Callable<?> main) throws Exception {
        return events(name, record(new Recording(), main));
    }

    public static List<RecordedEvent> events(String name, Path file) throws IOException {
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .toList();
    }

    public static void hold(Duration time) {
        var end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
    }

    /// Three times, so that one is seen.
    public Void holdAfterASleep() {
        for (var i = 0; i < 3; i++) {
            Task.sleep(Duration.ofMillis(30));
            hold(Duration.ofMillis(200));
            Task.yield();
        }
        return null;
    }

    /// One round trip over a real socket; notes the client's port.
    public Void echoOnce() throws Exception {
        var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var listener = Listener.bind(loopback, 16, false);
        var server =
                Task.spawn(
                        "server",
                        () ->
                                listener.serveForever(stream -> {
                                    var buffer = ByteBuffer.allocateDirect(64);
                                    while (stream.read(buffer.clear()) >= 0) {
                                        stream.write(buffer.flip());
                                    }
                                }));
        try (var client = Stream.connect("127.0.0.1", listener.address().getPort(), LONG)) {
            port = client.local().getPort();
            client.write(ByteBuffer.allocateDirect(1));
            client.readExactly(ByteBuffer.allocateDirect(1));
        }
        server.cancel();
        listener.close(LONG);
        return null;
    }

    /// The client's port in the last round trip.
    public int port() {
        return port;
    }
}
