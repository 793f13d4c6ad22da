package echolab.epoll.loop;

import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.util.Set;

/// How does a thread that sits in `epoll_wait` hear of its interrupt? The JDK has one place for that: a thread says which selector it
/// waits in, and `Thread.interrupt` calls that selector's `wakeup`, on the thread that interrupts.
///
/// So this is a selector for which nothing can be selected. It stays announced for the life of the loop, not for one wait: an interrupt that
/// comes while a task runs is noticed too, though the JVM clears the flag of the carrier when the task leaves it.
final class InterruptWatch extends AbstractSelector {

    private final Runnable action;

    private InterruptWatch(Runnable action) {
        super(SelectorProvider.provider());
        this.action = action;
    }

    /// From now on an interrupt of this thread, or one that it has already got, runs the action.
    static InterruptWatch begin(Runnable action) {
        var watch = new InterruptWatch(action);
        watch.begin();
        return watch;
    }

    @Override
    public Selector wakeup() {
        action.run();
        return this;
    }

    @Override
    protected void implCloseSelector() {
        end();
    }

    @Override
    protected SelectionKey register(AbstractSelectableChannel channel, int ops, Object attached) {
        throw new UnsupportedOperationException("nothing can be selected here");
    }

    @Override
    public Set<SelectionKey> keys() {
        return Set.of();
    }

    @Override
    public Set<SelectionKey> selectedKeys() {
        return Set.of();
    }

    @Override
    public int selectNow() {
        return 0;
    }

    @Override
    public int select(long timeout) {
        return 0;
    }

    @Override
    public int select() {
        return 0;
    }
}
