package echolab.epoll;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ConcurrentLinkedQueue;

/// How does another thread hand something to a loop that may be asleep, without waking one that is not?
///
/// The loop says that it is asleep *before* it looks whether something was handed in; whoever hands something in puts it
/// there *before* looking whether the loop is asleep. So at least one of them sees the other. Of several that see it asleep,
/// one makes the system call.
final class Inbox {

    private static final int BURST = 4096;
    private static final VarHandle ASLEEP;

    static {
        try {
            ASLEEP = MethodHandles.lookup().findVarHandle(Inbox.class, "asleep", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final ConcurrentLinkedQueue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private final Poller poller;
    private volatile boolean asleep;

    Inbox(Poller poller) {
        this.poller = poller;
    }

    /// Called by any thread.
    void put(Runnable runnable) {
        queue.add(runnable);
        if (asleep && ASLEEP.compareAndSet(this, true, false)) {
            poller.wake();
        }
    }

    /// Moves what has come, but not without end: others may hand in faster than the loop takes.
    void moveTo(ReadyQueue ready) {
        for (var i = 0; i < BURST; i++) {
            var next = queue.poll();
            if (next == null) {
                return;
            }
            ready.add(next);
        }
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    void fallAsleep() {
        asleep = true;
    }

    void wakeUp() {
        asleep = false;
    }

    boolean isOwnerAsleep() {
        return asleep;
    }
}
