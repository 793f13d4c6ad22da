package echolab.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/// What a child has printed. Keeps the last lines, and notices the one that says where it serves.
///
/// Somebody has to read a child's output all the time: a pipe holds 64 KiB, and a child that prints into a full one
/// stops.
final class Output {

    private static final int LINES_KEPT = 20;
    private static final Pattern SERVING = Pattern.compile("Serving on (.+):(\\d+)");

    private final ArrayDeque<String> lines = new ArrayDeque<>();
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final Thread reader;

    Output(String name, BufferedReader stream) {
        reader = Thread.ofVirtual().name("output of " + name).start(() -> read(stream));
    }

    /// The port of the line `Serving on HOST:PORT`; fails when the output ends without one.
    CompletableFuture<Integer> port() {
        return port;
    }

    /// The last lines, oldest first. Of a child that has ended it is all there will be.
    List<String> tail() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /// Waits until the child has closed its output, for five seconds at the most.
    void finish() {
        try {
            reader.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(BufferedReader stream) {
        try (stream) {
            for (var line = stream.readLine(); line != null; line = stream.readLine()) {
                keep(line);
            }
        } catch (IOException _) {
            // the stream is closed under us when the child is ended: there is no more to read
        } finally {
            port.completeExceptionally(new IOException("its output ended"));
        }
    }

    private void keep(String line) {
        synchronized (lines) {
            lines.addLast(line);
            if (lines.size() > LINES_KEPT) {
                lines.removeFirst();
            }
        }
        var serving = SERVING.matcher(line);
        if (serving.find()) {
            port.complete(Integer.valueOf(serving.group(2)));
        }
    }
}
