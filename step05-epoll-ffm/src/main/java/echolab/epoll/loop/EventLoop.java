package echolab.epoll.loop;

import echolab.epoll.linux.Linux;
import echolab.epoll.linux.Platform;
import echolab.epoll.linux.SocketAddresses;
import echolab.epoll.loop.Timers.Timer;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/// Who decides what runs? One thread that goes round three calls:
///
/// ```text
///        ┌──▶ runReadyTasks ──▶ fireTimers ──▶ waitForEvents ──┐
///        └─────────────────────────────────────────────────────┘
/// ```
///
/// It knows no task, only what is ready to run: a virtual thread of its own ([#newThread]) that can go on gives the loop its
/// continuation, and running that is running the thread until it waits again.
///
/// The rules that everything else here rests on:
///
/// 1. Threads of one loop never run at the same time. What only they and the loop touch needs no lock.
/// 2. The loop waits in `epoll_wait` on its bare thread, between tasks: no virtual thread is ever held up in there.
/// 3. What other threads hand in goes through a queue of its own. They write to the eventfd only when the loop is asleep.
/// 4. A virtual thread gets the scheduler of the one that starts it. So a plain `Thread.ofVirtual()` that a task starts runs on
///    the loop as well, but nobody here waits for it.
/// 5. The JVM's way in never throws, not even after the end of the loop: `Thread.interrupt`, `unlock` and `queue.put` of innocent threads call
///    it, and so do the JVM's own threads, which an exception would end. Whoever of rule 4 is left then goes on elsewhere.
/// 6. Whatever is run may throw. That is logged, and ends nothing else.
/// 7. The bare thread of the loop, between tasks, waits for no lock that a task may wait for, see [Guarded].
public final class EventLoop implements Executor, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(EventLoop.class.getName());

    /// How many operations a task may do in one go before others get their turn.
    public static final int BURST = 64;

    /// How many tasks may run before the kernel is asked for events again, while others are ready.
    private static final int ASK_AFTER = 64;

    private static final long LONGEST_DELAY = TimeUnit.DAYS.toNanos(36_500);

    public final Linux linux = new Linux();
    public final SocketAddresses addresses = new SocketAddresses(linux);

    final Clock clock;
    final Poller poller;
    final Timers timers = new Timers();
    final Inbox inbox;

    /// Changes whenever something else runs, without the cost of a volatile write: its reader, a watcher, may be late.
    private final AtomicLong runs = new AtomicLong();

    private final Thread thread = Thread.currentThread();
    private final Executor scheduler = this::schedule;
    private final Queue<Runnable> ready = new ArrayDeque<>(1024);
    private final TurnEvent turn = new TurnEvent();
    private volatile boolean over;

    /// How many operations the task that runs may still do before it gives way.
    private int operationsLeft;

    private EventLoop(Clock clock) throws IOException {
        this.clock = clock;
        this.poller = new Poller(linux);
        this.inbox = new Inbox(poller);
    }

    /// A loop for this thread, which has to be a platform thread.
    ///
    /// @throws IOException what the system has against it
    /// @throws UnsupportedOperationException what the platform, or the JVM, has against it
    public static EventLoop open(Clock clock) throws IOException {
        requireSupported();
        if (Thread.currentThread().isVirtual()) {
            throw new IllegalStateException(
                    "a loop carries virtual threads and cannot run on one: start it on a platform thread");
        }
        return new EventLoop(clock);
    }

    /// @throws UnsupportedOperationException where no loop can run: why, and what to do about it
    public static void requireSupported() {
        Platform.requireEpoll();
        VirtualThreads.requireScheduler();
    }

    /// Goes round until this is so; asked after what was ready has run.
    ///
    /// @param interrupted what to run, on the loop, when the loop's thread is interrupted meanwhile
    public void run(BooleanSupplier done, Runnable interrupted) throws IOException {
        try (var _ = InterruptWatch.begin(() -> schedule(interrupted))) {
            goRound(done);
        }
    }

    // tag::turn[]
    private void goRound(BooleanSupplier done) {
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
        try {
            runnable.run();
        } catch (Throwable e) {
            report("what was handed to the event loop of " + name() + " threw", e);
        }
    }

    private void fireTimers() {
        if (!timers.isEmpty()) {
            try {
                timers.fire(clock.nanoTime());
            } catch (Throwable e) {
                // those behind it are due still, and fire in the next turn
                report("a timer of the event loop of " + name() + " threw", e);
            }
        }
    }

    private void report(String sentence, Throwable e) {
        aside(() -> LOG.log(Level.ERROR, sentence, e));
    }

    /// Runs what may have to wait, such as writing a log, but never on the bare thread of the loop, for the reason that [Guarded] tells: there it
    /// starts a thread for it that the loop carries.
    public void aside(Runnable action) {
        if (Thread.currentThread() == thread && !over) {
            newThread().start(action);
        } else {
            action.run();
        }
    }

    // tag::waitForEvents[]
    /// Says that it is asleep *before* it looks whether something was handed in, and whoever hands something in does the two in the other
    /// order. Both say and look by volatile fields, whose writes and reads all threads see in one order: one of them sees the other.
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

    /// To ask costs a system call. Where tasks only pass work among themselves, most turns run one or two of them, and the kernel is asked
    /// now and then.
    private void poll(int milliseconds) {
        if (milliseconds == 0 && ready.size() > 0 && turn.tasks < ASK_AFTER) {
            return;
        }
        turn.ended();
        turn.began(poller.poll(milliseconds));
    }

    // tag::execute[]
    /// Takes what shall run on this loop, from any thread.
    ///
    /// @throws RejectedExecutionException when the loop has ended
    @Override
    public void execute(Runnable runnable) {
        if (over) {
            throw new RejectedExecutionException("the event loop of " + name() + " has ended");
        }
        schedule(runnable);
    }

    /// The way in for the JVM, which hands over continuations: it never throws.
    private void schedule(Runnable runnable) {
        if (isOnLoop() && !over) {
            ready.add(runnable);
            return;
        }
        inbox.put(runnable);
        if (over) {
            handOver();
        }
    }

    // end::execute[]

    /// Whoever hands something in looks after that whether the loop has ended, a volatile field, and the loop looks here after it said so: one of them sees it.
    private void handOver() {
        inbox.drainTo(ForkJoinPool.commonPool()::execute);
    }

    /// Builds virtual threads that this loop runs. They may be started from any thread.
    public Thread.Builder.OfVirtual newThread() {
        return VirtualThreads.on(scheduler);
    }

    /// Closes what the loop has open, its own descriptors and those that are left registered.
    @Override
    public void close() {
        poller.close();
        over = true;
        while (!ready.isEmpty()) {
            inbox.put(ready.remove());
        }
        handOver();
    }

    /// Has the loop watch the descriptor, until [#forget] or the end.
    public void register(Descriptor descriptor) throws IOException {
        poller.register(descriptor);
    }

    public void forget(Descriptor descriptor) {
        poller.forget(descriptor);
    }

    /// Counts an operation of the task that runs.
    ///
    /// @return whether it has had as many in one go as others can bear, and should give way
    public boolean hasHadItsTurn() {
        return --operationsLeft < 0;
    }

    /// Whether this code runs on the loop's thread: in one of its tasks, or in the loop itself.
    public boolean isOnLoop() {
        return VirtualThreads.currentCarrier() == thread;
    }

    public void requireOnLoop() {
        if (!isOnLoop()) {
            throw new IllegalStateException(
                    "%s is not on the event loop of %s: use its streams, timers and scopes from its own tasks"
                            .formatted(Thread.currentThread(), name()));
        }
    }

    /// Whether this virtual thread is the one that the loop runs now, or that holds it.
    public boolean isHeldBy(Thread virtual) {
        return VirtualThreads.carrierOf(virtual) == thread;
    }

    /// Another number after each thing that was run; any thread may ask, and may see an old one for a moment.
    public long runs() {
        return runs.getOpaque();
    }

    public boolean isAsleep() {
        return inbox.isOwnerAsleep();
    }

    /// The platform thread that it runs on.
    public Thread thread() {
        return thread;
    }

    /// The name of its thread.
    public String name() {
        return thread.getName();
    }

    /// The time by the loop's clock, in nanoseconds since an arbitrary moment.
    public long nanoTime() {
        return clock.nanoTime();
    }

    /// Runs the action after this time. One of more than a century is taken for one: deadlines are compared by their
    /// difference, which must not overflow.
    public Timer after(Duration delay, Runnable action) {
        requireOnLoop();
        var nanos = Math.clamp(TimeUnit.NANOSECONDS.convert(delay), 0, LONGEST_DELAY);
        return timers.set(clock.nanoTime() + nanos, action);
    }

    /// Does nothing when it has fired or was cancelled.
    public void cancel(Timer timer) {
        timers.cancel(timer);
    }
}
