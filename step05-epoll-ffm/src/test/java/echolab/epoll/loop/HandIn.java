package echolab.epoll.loop;

import echolab.contract.Patience;
import echolab.epoll.task.Task;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/// What if another thread hands something in at the worst moment? Made by a task, which then waits for it.
///
/// The moment between the loop's look into the inbox and what it does next lasts some nanoseconds; a test that only tries often would pass by
/// luck. So it is handed in by the queue in the inbox itself, once, when the loop has just found it empty.
final class HandIn {

    private final Task<?> task = Task.current();
    private final EventLoop loop = task.loop();
    private final Thread waiting = Thread.currentThread();
    private volatile boolean handedIn;
    private volatile boolean ran;

    /// In another thread, while this one stands still: a task that waited would let the loop go on.
    void now() {
        handedIn = true;
        var other = Thread.ofPlatform().start(() -> loop.execute(this::run));
        while (other.isAlive()) {
            Thread.onSpinWait();
        }
    }

    /// When the loop has looked into the inbox so many more times and has found nothing; if it sleeps before, never.
    void afterLook(int number) throws ReflectiveOperationException {
        new InboxLooks(loop)
                .after(looks -> {
                    if (looks == number) {
                        now();
                    }
                });
    }

    private void run() {
        ran = true;
        LockSupport.unpark(waiting);
    }

    /// Waits for it, and lets the loop sleep for as long as it likes meanwhile. Somebody outside looks on: when the patience is
    /// over, the loop is woken.
    ///
    /// @return false when it had to be woken for what was handed in
    boolean runs(Duration patience) {
        var seen = new CompletableFuture<Boolean>();
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    seen.complete(new Patience(patience).sees(() -> ran) || !handedIn);
                    LockSupport.unpark(waiting);
                    wakeToTheEnd(task);
                });
        while (!seen.isDone()) {
            LockSupport.park();
        }
        return seen.join();
    }

    /// Wakes the loop again and again, whatever it has said of itself, so that a mistake cannot keep it from its end.
    static void wakeToTheEnd(Task<?> task) {
        while (!task.all().isEmpty()) {
            task.loop().poller.wake();
            LockSupport.parkNanos(1_000_000);
        }
    }
}
