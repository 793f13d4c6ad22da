package echolab.epoll;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;

/// How does one task wait for the end of another? It leaves its thread in a list, and whoever ends wakes all in it.
///
/// This is the half of a [Task] that others hold on to; it is a class of its own only so that each fits on a page.
public abstract sealed class Awaitable<T> permits Task {

    private volatile Outcome<T> outcome;
    private volatile boolean awaited;
    private List<Thread> waiting = List.of();

    Awaitable() {}

    /// Waits for the outcome: the result, or the task's own exception, to which the stack of whoever awaits is appended.
    /// A loop's tasks and any other thread may await it.
    ///
    /// @throws CancellationException when the task was cancelled, or the one that awaits is
    public final T await() throws Exception {
        awaited = true;
        join();
        return outcome.get(this);
    }

    /// Waits for the end, whatever it is.
    final void join() {
        addWaiting(Thread.currentThread());
        try {
            while (outcome == null) {
                Suspension.park(this);
            }
        } finally {
            removeWaiting(Thread.currentThread());
        }
    }

    private synchronized void addWaiting(Thread thread) {
        if (outcome == null) {
            waiting = new ArrayList<>(waiting);
            waiting.add(thread);
        }
    }

    /// One that is cancelled while it waits must not be kept by the one it waited for.
    private synchronized void removeWaiting(Thread thread) {
        if (outcome == null) {
            waiting.remove(thread);
        }
    }

    final void complete(Outcome<T> end) {
        synchronized (this) {
            outcome = end;
        }
        // nobody is added or removed any more
        waiting.forEach(LockSupport::unpark);
        waiting = List.of();
    }

    final boolean isAwaited() {
        return awaited;
    }

    public final boolean isDone() {
        return outcome != null;
    }

    public final boolean isCancelled() {
        return outcome instanceof Outcome.Cancelled<T>;
    }
}
