package echolab.selector;

import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/// A key that is ready for what the test says, and remembers what was asked of it.
final class ScriptedKey extends SelectionKey {

    private final SelectableChannel channel;
    private final Selector selector;
    private int interest = OP_READ;
    private int ready;
    private boolean cancelled;

    ScriptedKey(SelectableChannel channel) {
        this(channel, null);
    }

    /// @param selector which it says that it belongs to
    ScriptedKey(SelectableChannel channel, Selector selector) {
        this.channel = channel;
        this.selector = selector;
    }

    ScriptedKey ready(int ops) {
        ready = ops;
        return this;
    }

    /// What the selector is to watch for, in words.
    String watchesFor() {
        return switch (interest) {
            case 0 -> "nothing";
            case OP_ACCEPT -> "clients";
            case OP_READ -> "reading";
            case OP_WRITE -> "writing";
            case OP_READ | OP_WRITE -> "reading and writing";
            default -> "operations " + interest;
        };
    }

    @Override
    public SelectableChannel channel() {
        return channel;
    }

    @Override
    public Selector selector() {
        return selector;
    }

    @Override
    public boolean isValid() {
        return channel.isOpen() && !cancelled;
    }

    /// A closed channel has no key any more, so cancelling it first is right, if needless; without closing, the socket stays open.
    @Override
    public void cancel() {
        cancelled = true;
    }

    @Override
    public int interestOps() {
        return requireValid(interest);
    }

    @Override
    public SelectionKey interestOps(int ops) {
        requireValid(ops);
        interest = ops;
        return this;
    }

    @Override
    public int readyOps() {
        return requireValid(ready);
    }

    private int requireValid(int ops) {
        if (!isValid()) {
            throw new CancelledKeyException();
        }
        return ops;
    }
}
