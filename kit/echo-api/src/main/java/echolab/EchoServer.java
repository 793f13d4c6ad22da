package echolab;

import java.net.InetSocketAddress;

/// A running TCP server that sends back what a client sent, in order, until the client ends its side.
///
/// It is running from the moment it exists: whoever holds one can connect to its [#address()].
public interface EchoServer extends AutoCloseable {

    /// The address it listens on, with the real port when port 0 was asked for.
    InetSocketAddress address();

    /// Stops accepting at once, lets the open connections finish for [EchoOptions#grace()], then cuts those that are
    /// left. Returns when no connection and no thread of the server is left, also on a thread that is interrupted, for
    /// which the grace may be cut short. A second call changes nothing: it returns once the first has.
    @Override
    void close();

    /// Waits for a thread of the server, for a `close`: an interrupt of who waits is kept for later, since to return
    /// now would leave clients and a thread behind.
    static void awaitEnd(Thread thread) {
        var interrupted = Thread.interrupted();
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
