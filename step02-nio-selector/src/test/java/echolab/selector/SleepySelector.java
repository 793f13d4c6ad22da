package echolab.selector;

import echolab.contract.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A selector whose loop is quick and whose caller is slow: when `wakeup` returns, the loop has looked at its flag and
/// sleeps again, or it is gone. It remembers how often it was asked, and by whom.
final class SleepySelector extends AbstractSelector {

    private static final Duration MOMENT = Duration.ofMillis(200);

    private final Selector real;
    private final Set<Thread> askers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turns = new AtomicInteger();

    SleepySelector() throws IOException {
        super(SelectorProvider.provider());
        real = Selector.open();
    }

    /// How often somebody asked what is ready.
    int turns() {
        return turns.get();
    }

    /// Who did.
    Set<Thread> askers() {
        return askers;
    }

    @Override
    public Selector wakeup() {
        real.wakeup();
        new Patience(MOMENT).sees(() -> !real.isOpen());
        return this;
    }

    @Override
    public int select(long millis) throws IOException {
        asked();
        return real.select(millis);
    }

    @Override
    public int select() throws IOException {
        asked();
        return real.select();
    }

    @Override
    public int selectNow() throws IOException {
        asked();
        return real.selectNow();
    }

    private void asked() {
        turns.incrementAndGet();
        askers.add(Thread.currentThread());
    }

    @Override
    protected SelectionKey register(AbstractSelectableChannel channel, int ops, Object attached) {
        try {
            return channel.register(real, ops, attached);
        } catch (ClosedChannelException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<SelectionKey> keys() {
        return real.keys();
    }

    @Override
    public Set<SelectionKey> selectedKeys() {
        return real.selectedKeys();
    }

    @Override
    protected void implCloseSelector() throws IOException {
        real.close();
    }
}
