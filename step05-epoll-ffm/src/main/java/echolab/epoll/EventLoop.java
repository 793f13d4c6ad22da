package echolab.epoll;

import echolab.epoll.Timers.Timer;
import echolab.epoll.linux.Linux;
import echolab.epoll.linux.SocketAddresses;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/// Who decides which task runs? One thread that goes round three calls:
///
/// ```text
///        ┌──▶ runReadyTasks ──▶ fireTimers ──▶ waitForEvents ──┐
///        └─────────────────────────────────────────────────────┘
/// ```
///
/// A [Task] is a virtual thread, and the loop is its scheduler: when the task can go on, the JVM gives the loop its
/// continuation ([#execute]), and running that is running the task until it waits again.
///
/// The rules that everything else here rests on:
///
/// 1. Tasks of one loop never run at the same time. What only they and the loop touch needs no lock.
/// 2. The loop waits in `epoll_wait` on its bare thread, between tasks: no virtual thread is ever held up in there.
/// 3. What other threads hand in goes through a queue of its own. They write to the eventfd only when the loop is asleep.
/// 4. A virtual thread gets the scheduler of the one that starts it. So a plain `Thread.ofVirtual()` that a task starts runs on
///    the loop as well, but the loop does not know it, does not wait for it, and stops with it where it stands.
public final class EventLoop implements Executor, Parent {

    /// How many operations a task may do in one go before others get their turn.
    static final int BURST = 64;

    private static final long LONGEST_DELAY = TimeUnit.DAYS.toNanos(36_500);

    final Thread thread = Thread.currentThread();
    final Clock clock;
    final Linux linux = new Linux();
    final SocketAddresses addresses = new SocketAddresses(linux);
    final Poller poller;
    final Timers timers = new Timers();

    /// Every task that has been started and has not ended, in no order. Any thread may ask.
    final Set<Task<?>> tasks = ConcurrentHashMap.newKeySet();

    /// Changes whenever another task runs, without the cost of a volatile write: its reader, the watcher, may be late.
    final AtomicLong runs = new AtomicLong();

    final Inbox inbox;
    private final Queue<Runnable> ready = new ArrayDeque<>(1024);
    private final LoopEvents.Turn turn = new LoopEvents.Turn();
    private boolean ending;
    private volatile boolean over;

    /// How many operations the task that runs may still do before it gives way.
    int operationsLeft;

    private EventLoop(Clock clock) throws IOException {
        this.clock = clock;
        this.poller = new Poller(this);
        this.inbox = new Inbox(poller);
    }

    /// The same with the system's clock, and with tasks reported that hold the loop for more than 100 ms.
    public static <T> T run(Callable<T> main) throws Exception {
        return run(Clock.SYSTEM, SlowTaskWatch.DEFAULT_THRESHOLD, main);
    }

    /// Runs `main` as the first task of a new loop on this thread, until it ends; then cancels the tasks that are left,
    /// waits for them, and closes what the loop had open.
    ///
    /// @param slow how long a task may hold the loop before it is reported
    /// @return what `main` returned
    /// @throws Exception what `main` threw, or what the system said against a new loop
    public static <T> T run(Clock clock, Duration slow, Callable<T> main) throws Exception {
        Linux.requireSupported();
        if (Thread.currentThread().isVirtual()) {
            throw new IllegalStateException(
                    "a loop carries virtual threads and cannot run on one: start it on a platform thread");
        }
        var loop = new EventLoop(clock);
        try (var _ = new SlowTaskWatch(loop, slow)) {
            return loop.untilDone(main);
        } finally {
            loop.poller.close();
            loop.over = true;
        }
    }

    /// The loop of the task that asks.
    public static EventLoop current() {
        return Task.current().loop;
    }

    private <T> T untilDone(Callable<T> main) throws Exception {
        var task = spawn("main", SpawnSite.here(), main);
        runUntil(task::isDone);
        ending = true;
        tasks.forEach(Task::cancel);
        runUntil(tasks::isEmpty);
        try {
            return task.await();
        } finally {
            // the reports of failures that nobody awaited, which wait for somebody to do so yet
            timers.fire(Long.MAX_VALUE / 2 + clock.nanoTime());
        }
    }

    /// Starts a task that no scope waits for. While the loop ends none of these begins, or it might never come to its end.
    <T> Task<T> spawn(String name, StackTraceElement site, Callable<T> body) {
        var task = new Task<>(this, this, name, site, body).start();
        if (ending) {
            task.cancel();
        }
        return task;
    }

    // tag::turn[]
    private void runUntil(BooleanSupplier done) {
        while (true) {
            runReadyTasks();
            if (done.getAsBoolean()) {
                return;
            }
            fireTimers();
            waitForEvents();
        }
    }

    // end::turn[]
    // tag::runReadyTasks[]
    /// Runs what is ready, and what other threads have handed in.
    private void runReadyTasks() {
        inbox.moveTo(ready);
        // those that become ready meanwhile wait for the next turn, so that events get theirs
        for (var count = ready.size(); count > 0; count--) {
            run(ready.remove());
        }
    }

    // end::runReadyTasks[]

    private void run(Runnable runnable) {
        turn.tasks++;
        operationsLeft = BURST;
        runs.setOpaque(runs.getPlain() + 1);
        runnable.run();
    }

    private void fireTimers() {
        if (!timers.isEmpty()) {
            timers.fire(clock.nanoTime());
        }
    }

    // tag::waitForEvents[]
    /// Says that it is asleep *before* it looks whether something was handed in, and whoever hands something in does the
    /// two in the other order: one of them sees the other.
    private void waitForEvents() {
        if (ready.size() > 0) {
            poll(0);
            return;
        }
        inbox.fallAsleep();
        poll(inbox.isEmpty() ? timers.waitMillis(clock) : 0);
        inbox.wakeUp();
    }

    // end::waitForEvents[]

    private void poll(int milliseconds) {
        turn.ended();
        turn.began(poller.poll(milliseconds));
    }

    // tag::execute[]
    /// Takes what shall run on this loop, from any thread. The JVM calls it with the continuation of a task.
    @Override
    public void execute(Runnable runnable) {
        if (over) {
            throw new RejectedExecutionException(
                    "the event loop of " + thread.getName() + " has ended");
        }
        if (isOnLoop()) {
            ready.add(runnable);
        } else {
            inbox.put(runnable);
        }
    }

    // end::execute[]

    /// Whether this code runs on the loop's thread: in one of its tasks, or in the loop itself.
    boolean isOnLoop() {
        return TaskThreads.currentCarrier() == thread;
    }

    void requireOnLoop() {
        if (!isOnLoop()) {
            throw new IllegalStateException(
                    "%s is not on the event loop of %s: use its streams, timers and scopes from its own tasks"
                            .formatted(Thread.currentThread(), thread.getName()));
        }
    }

    /// Runs the action after this time. One of more than a century is taken for one: deadlines are compared by their
    /// difference, which must not overflow.
    Timer after(Duration delay, Runnable action) {
        requireOnLoop();
        var nanos = Math.clamp(TimeUnit.NANOSECONDS.convert(delay), 0, LONGEST_DELAY);
        return timers.set(clock.nanoTime() + nanos, action);
    }
}
