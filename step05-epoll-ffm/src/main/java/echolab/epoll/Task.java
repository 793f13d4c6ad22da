package echolab.epoll;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/// What runs on the loop? A task: a virtual thread with a name, a place it was spawned at, and an outcome to await.
///
/// ```text
///             cancel before it ran
///   spawned ───────────────────────────────────▶ cancelled
///      │                                           ▲
///      ▼             CancellationException,        │
///   running ◀─────┐  InterruptedException ─────────┘
///      │  ▲       │
///      │  └─ suspended ── cancel: interrupted, `finally` blocks run
///      ├──▶ succeeded (a result)
///      └──▶ failed    (an exception; reported if nobody awaits it)
/// ```
///
/// **Cancelling** interrupts once. Our own suspension points (`await`, `sleep`, `read`, `write`, `yield`, …) then throw
/// [CancellationException], which is unchecked, so that code that catches `IOException` does not swallow it; those of the
/// JDK throw what they always do. A `finally` block may suspend again.
public final class Task<T> extends Awaitable<T>
        implements Runnable, Thread.UncaughtExceptionHandler {

    /// A body without a result.
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    private static final System.Logger LOGGER = System.getLogger(Task.class.getName());

    final EventLoop loop;

    /// Its name, or what it is named after.
    final Object label;

    /// Where it was spawned; null when no frame but our own was on the stack.
    final StackTraceElement site;

    /// When it was spawned, by the loop's clock.
    final long started;

    /// The number of the thread of the task that owns its scope, or else has spawned it.
    final long owner;

    final Thread thread;
    private final Parent parent;
    private Callable<? extends T> body;
    private volatile boolean cancelled;

    Task(
            EventLoop loop,
            Parent parent,
            Object label,
            StackTraceElement site,
            Callable<? extends T> body) {
        this.loop = loop;
        this.parent = parent;
        this.label = label;
        this.site = site;
        this.body = body;
        started = loop.clock.nanoTime();
        owner = Parent.owner(parent).threadId();
        var builder = TaskThreads.on(loop).uncaughtExceptionHandler(this);
        thread = (label instanceof String name ? builder.name(name) : builder).unstarted(this);
    }

    Task<T> start() {
        loop.tasks.add(this);
        thread.start();
        return this;
    }

    /// Starts a task on the loop of the current one. It ends with its loop at the latest.
    public static <T> Task<T> spawn(String name, Callable<T> body) {
        return current().loop.spawn(name, SpawnSite.here(), body);
    }

    /// The same, without a result.
    public static Task<Void> spawn(String name, Action body) {
        return current().loop.spawn(name, SpawnSite.here(), callable(body));
    }

    /// Asks it to end: interrupts it where it waits. One that has not begun never does; one that has ended is left alone.
    /// Any thread may cancel.
    public void cancel() {
        if (!isDone()) {
            if (!cancelled) {
                LoopEvents.Cancel.of(this);
            }
            cancelled = true;
            thread.interrupt();
        }
    }

    /// Runs all at the same time and gives their results in order. The first failure cancels the rest, and carries the
    /// failures of the others as suppressed.
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is copied, and goes no further
    public static <T> List<T> gather(Callable<? extends T>... bodies) throws Exception {
        return Combinators.gather(List.of(bodies));
    }

    /// Runs all at the same time; the first to end decides, by its result or its exception, and the rest are cancelled and
    /// waited for.
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is copied, and goes no further
    public static <T> T race(Callable<? extends T>... bodies) throws Exception {
        return Combinators.race(List.of(bodies));
    }

    /// Gives the body this much time. After it the body is cancelled, its `finally` blocks run, and then this throws.
    ///
    /// The body is a task of its own: a lock that the caller holds is not the body's.
    public static <T> T timeout(Duration limit, Callable<T> body) throws Exception {
        return Combinators.timeout(limit, body);
    }

    /// Runs code that blocks its thread on a thread of its own, and waits for it. Cancelling interrupts that thread, but
    /// does not wait for it: a system call may not listen.
    public static <T> T blocking(Callable<T> body) throws Exception {
        return Combinators.blocking(body);
    }

    /// A block that no task spawned in it outlives, see [Scope].
    public static <T> T scope(Scope.Body<T> body) throws Exception {
        return Scope.run(current(), body);
    }

    /// Waits on the loop's timers.
    public static void sleep(Duration time) {
        Suspension.sleep(current().loop, time);
    }

    /// Lets the other tasks that are ready, and the loop, have their turn.
    public static void yield() {
        Suspension.yield();
    }

    /// The task that runs this code. A thread has one field for whoever answers for it, and a task is that for its own.
    static Task<?> current() {
        var thread = Thread.currentThread();
        if (thread.getUncaughtExceptionHandler() instanceof Task<?> task) {
            return task;
        }
        throw new IllegalStateException(
                thread + " is not a task: call this from EventLoop.run, or from what it spawns");
    }

    static Callable<Void> callable(Action body) {
        return () -> {
            body.run();
            return null;
        };
    }

    @Override
    public void run() {
        Outcome<T> end;
        try {
            end = cancelled ? new Outcome.Cancelled<>() : new Outcome.Succeeded<>(body.call());
        } catch (Throwable e) {
            end = Outcome.thrown(e, cancelled, thread);
        }
        finish(end);
    }

    private void finish(Outcome<T> end) {
        body = null;
        complete(end);
        loop.tasks.remove(this);
        Parent.tell(parent, this, end);
    }

    void reportUnlessAwaited(Throwable e) {
        if (!isAwaited()) {
            LOGGER.log(Level.ERROR, this + " failed and nobody awaited it", e);
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable e) {
        LOGGER.log(Level.ERROR, this + " could not end", e);
    }

    boolean cancelRequested() {
        return cancelled;
    }

    /// What it waits for: a [Task], a timer, a [Stream], a lock of the JDK; null when it runs or is ready.
    Object awaits() {
        return LockSupport.getBlocker(thread);
    }

    /// The number of its thread, the same as in JFR and in `jcmd PID Thread.dump_to_file`.
    long id() {
        return thread.threadId();
    }

    /// Whether it is the one that the loop runs now.
    boolean holdsLoop() {
        return TaskThreads.carrierOf(thread) == loop.thread;
    }

    String name() {
        return label instanceof Stream ? "connection on " + label : String.valueOf(label);
    }

    @Override
    public String toString() {
        return "task " + name();
    }
}
