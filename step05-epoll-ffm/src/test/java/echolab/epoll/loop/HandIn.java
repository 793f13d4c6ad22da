package echolab.epoll.loop;

import echolab.epoll.task.Task;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/// What if another thread hands something in at the worst moment? Made by a task, which then waits for it.
///
/// The moment between the loop's look into the inbox and what it does next lasts some nanoseconds; a test that only tries often would pass by
/// luck. So the queue in the inbox is exchanged for one that hands in by itself, once, when the loop has just found it empty.
final class HandIn {

    private final EventLoop loop = Task.current().loop();
    private final Thread waiting = Thread.currentThread();
    private final long begun = System.nanoTime();
    private long ranAfter;

    /// In another thread, while this one stands still: a task that waited would let the loop go on.
    void now() {
        var other = Thread.ofPlatform().start(() -> loop.execute(this::run));
        while (other.isAlive()) {
            Thread.onSpinWait();
        }
    }

    /// The next time that the loop looks into the inbox and finds nothing.
    void afterTheNextLook() throws ReflectiveOperationException {
        var field = Inbox.class.getDeclaredField("queue");
        field.setAccessible(true);
        field.set(loop.inbox, handsInAfterALook());
    }

    private Queue<Runnable> handsInAfterALook() {
        return new ConcurrentLinkedQueue<>() {
            private boolean handedIn;

            @Override
            public boolean isEmpty() {
                var empty = super.isEmpty();
                if (empty && loop.isOnLoop() && !handedIn) {
                    handedIn = true;
                    now();
                }
                return empty;
            }
        };
    }

    private void run() {
        ranAfter = System.nanoTime() - begun;
        LockSupport.unpark(waiting);
    }

    /// @param limit the loop need not sleep for longer
    /// @return after how many nanoseconds it ran
    long awaitItAtMost(Duration limit) {
        var timer = loop.after(limit, () -> LockSupport.unpark(waiting));
        while (ranAfter == 0 && timer.isPending()) {
            LockSupport.park();
        }
        loop.cancel(timer);
        return ranAfter == 0 ? System.nanoTime() - begun : ranAfter;
    }
}
