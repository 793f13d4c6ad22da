package echolab.epoll.loop;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// How does another thread hand something to a loop that may be asleep, without waking one that is not?
///
/// It asks whether the loop is asleep, and wakes it only then. That nothing is left lying takes two: how the loop falls asleep stands
/// in [EventLoop]. Of several that see it asleep, one makes the system call.
final class Inbox {

    private static final int BURST = 4096;

    private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean asleep = new AtomicBoolean();
    private final Poller poller;

    Inbox(Poller poller) {
        this.poller = poller;
    }

    /// Called by any thread.
    void put(Runnable runnable) {
        queue.add(runnable);
        if (asleep.get() && asleep.compareAndSet(true, false)) {
            poller.wake();
        }
    }

    /// Moves what has come, but not without end: others may hand in faster than the loop takes.
    void moveTo(Queue<Runnable> ready) {
        for (var i = 0; i < BURST && !queue.isEmpty(); i++) {
            ready.add(queue.remove());
        }
    }

    /// Hands on what is left when nobody takes it any more. Any thread may call it, several at once too.
    void drainTo(Consumer<Runnable> other) {
        for (var left = queue.poll(); left != null; left = queue.poll()) {
            other.accept(left);
        }
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    void fallAsleep() {
        asleep.set(true);
    }

    void wakeUp() {
        asleep.set(false);
    }

    boolean isOwnerAsleep() {
        return asleep.get();
    }
}
