package echolab.epoll.examples;

import echolab.epoll.net.Stream;
import echolab.epoll.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/// How do we send and receive at the same time? With two tasks on one stream, each of which reads like blocking code.
///
/// ```text
/// java -cp step05-epoll-ffm.jar echolab.epoll.examples.LineClient 127.0.0.1 8888 hello world
/// ```
///
/// sends the words after the port, a line each; without any, the lines of standard input. It prints what comes back. A client
/// that sent everything first and read afterwards would wait for ever as soon as the answers fill the buffers on the way.
///
/// `java -cp` does not read the manifest: the command needs `--add-opens=java.base/java.lang=ALL-UNNAMED` and
/// `--enable-native-access=ALL-UNNAMED`.
public final class LineClient {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    private LineClient() {}

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT); // whatever the machine speaks
        if (args.length < 2) {
            throw new IllegalArgumentException(
                    "LineClient needs to know whom to connect to: LineClient HOST PORT [LINE ...]");
        }
        var port = Integer.parseInt(args[1]);
        var words = List.of(args).subList(2, args.length).iterator();
        Callable<String> lines =
                args.length > 2
                        ? () -> words.hasNext() ? words.next() : null
                        // the terminal can only be waited for by a thread, so it gets one
                        : () -> Task.blocking(IO::readln);
        Task.run(() -> talk(args[0], port, lines));
    }

    /// @param lines gives the next line to send, null after the last; it may wait
    static Void talk(String host, int port, Callable<String> lines) throws Exception {
        try (var stream = Stream.connect(host, port, CONNECT_LIMIT)) {
            Task.scope(scope -> {
                scope.spawn("send", () -> send(stream, lines));
                print(stream);
                // the server may have ended it while we still wait for a line to send
                scope.cancel();
                return null;
            });
        }
        return null;
    }

    private static void send(Stream stream, Callable<String> lines) throws Exception {
        var out = new LineWriter(stream);
        for (var line = lines.call(); line != null; line = lines.call()) {
            out.write(line);
        }
        stream.shutdownOutput();
    }

    private static void print(Stream stream) throws Exception {
        for (var line = stream.readLine(); line != null; line = stream.readLine()) {
            IO.println(line);
        }
    }
}
