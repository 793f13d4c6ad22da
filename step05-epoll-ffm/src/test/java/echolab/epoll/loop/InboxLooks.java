package echolab.epoll.loop;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// Counts how often a loop looks into its inbox and finds nothing: once or twice before it sleeps, and for as long as it sleeps, never.
final class InboxLooks {

    private final AtomicInteger count = new AtomicInteger();
    private IntConsumer then = _ -> {};

    /// Exchanges the queue in the inbox, so nothing may lie there.
    InboxLooks(EventLoop loop) throws ReflectiveOperationException {
        var field = Inbox.class.getDeclaredField("queue");
        field.setAccessible(true);
        field.set(
                loop.inbox,
                new ConcurrentLinkedQueue<Runnable>() {
                    @Override
                    public boolean isEmpty() {
                        var empty = super.isEmpty();
                        if (empty && loop.isOnLoop()) {
                            then.accept(count.incrementAndGet());
                        }
                        return empty;
                    }
                });
    }

    int count() {
        return count.get();
    }

    /// What happens right after each of them, with its number.
    void after(IntConsumer action) {
        then = action;
    }
}
