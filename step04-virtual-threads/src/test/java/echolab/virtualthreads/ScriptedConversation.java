package echolab.virtualthreads;

import echolab.EchoOptions;
import echolab.contract.Expect;
import echolab.contract.Patience;
import java.time.Duration;

/// A client's conversation with the connection that was written, on a [ScriptedSocket]. It is used by several classes, since the check of
/// an exercise runs classes at once: each test waits for the limit of a write, or longer.
final class ScriptedConversation {

    static final Duration PATIENCE = Duration.ofSeconds(5);
    static final Duration LIMIT = Duration.ofMillis(600);

    static final int MESSAGE = 10;

    private ScriptedSocket socket = new ScriptedSocket(0, MESSAGE, (_, _) -> {});
    private Thread thread;

    /// Begins another: so many messages are sent, and the kernel takes of the answers what the test says.
    void serve(int messages, ScriptedSocket.Kernel kernel) {
        serve(messages, MESSAGE, kernel);
    }

    /// @param size of a message, in bytes
    void serve(int messages, int size, ScriptedSocket.Kernel kernel) {
        socket = new ScriptedSocket(messages, size, kernel);
        var connection = new Connection(socket, options());
        thread = Thread.ofVirtual().unstarted(connection::echo);
        thread.start();
    }

    /// With room for more than most messages have.
    static EchoOptions options() {
        return EchoOptions.defaults().withReadBufferSize(64 << 10).withIdleTimeout(LIMIT);
    }

    int written() {
        return socket.written();
    }

    boolean isCut() {
        return socket.isClosed();
    }

    /// Whether its thread has ended.
    boolean isOver() {
        return !thread.isAlive();
    }

    void interrupt() {
        thread.interrupt();
    }

    /// Serves messages that the kernel lets a right server answer in time. A write that was off its CPU for longer than its limit has
    /// been cut with reason: of several conversations one must not be.
    void expectServed(int messages, ScriptedSocket.Kernel kernel) {
        var bytes = messages * MESSAGE;
        var attempts = 0;
        do {
            serve(messages, kernel);
            new Patience(PATIENCE).sees(() -> written() == bytes || isOver());
            attempts++;
        } while (attempts < 5 && isOver() && written() < bytes);
        Expect.that(
                "a client that takes what it is sent gets it: %s bytes".formatted(bytes),
                written() == bytes,
                () ->
                        "it got %s bytes, and the connection is %s"
                                .formatted(written(), isCut() ? "closed" : "open"));
    }

    void close() {
        socket.close();
    }
}
