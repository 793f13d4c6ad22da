package echolab.bench.load;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/// One connection of the closed loop: which message is on its way, and how much of it.
///
/// Plain fields that one thread reads and writes: this is what every echo touches.
final class Connection {

    final SocketChannel channel;
    final SelectionKey key;

    int start;
    int sent;
    int received;
    boolean waiting;
    boolean blocked;
    boolean corrupt;
    long sentAt;

    Connection(SocketChannel channel, SelectionKey key, int start) {
        this.channel = channel;
        this.key = key;
        this.start = start;
        key.attach(this);
    }
}
