package echolab.epoll;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
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
public final class Task<T> implements Runnable, Thread.UncaughtExceptionHandler {

    /// A body without a result.
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    private static final System.Logger LOGGER = System.getLogger(Task.class.getName());
    private static final Duration UNAWAITED = Duration.ofSeconds(1);

    private final EventLoop loop;
    private final Scope scope;
    private final Object label;
    private final StackTraceElement site;
    private final long started;
    private final long owner;
    private final Thread thread;
    private Callable<? extends T> body;
    private volatile boolean cancelled;
    private volatile Outcome<T> outcome;
    private volatile boolean awaited;
    private List<Thread> waiting = List.of();

    private Task(
            EventLoop loop,
            Scope scope,
            Object label,
            StackTraceElement site,
            Callable<? extends T> body) {
        this.loop = loop;
        this.scope = scope;
        this.label = label;
        this.site = site;
        this.body = body;
        this.started = loop.clock().nanoTime();
        this.owner = (scope == null ? Thread.currentThread() : scope.owner().thread).threadId();
        var builder = TaskThreads.on(loop).uncaughtExceptionHandler(this);
        this.thread = (label instanceof String name ? builder.name(name) : builder).unstarted(this);
    }

    static <T> Task<T> start(
            EventLoop loop,
            Scope scope,
            Object label,
            StackTraceElement site,
            Callable<? extends T> body) {
        var task = new Task<T>(loop, scope, label, site, body);
        loop.tasks().add(task);
        task.thread.start();
        return task;
    }

    /// Starts a task on the loop of the current one. It ends with its loop at the latest.
    public static <T> Task<T> spawn(String name, Callable<T> body) {
        return start(current().loop, null, name, caller(), body);
    }

    /// The same, without a result.
    public static Task<Void> spawn(String name, Action body) {
        return start(current().loop, null, name, caller(), callable(body));
    }

    /// Waits for the outcome: the result, or the task's own exception, to which the stack of whoever awaits is appended.
    /// A loop's tasks and any other thread may await it.
    ///
    /// @throws CancellationException when the task was cancelled, or the one that awaits is
    public T await() throws Exception {
        awaited = true;
        synchronized (this) {
            if (outcome == null) {
                waiting = new ArrayList<>(waiting);
                waiting.add(Thread.currentThread());
            }
        }
        while (outcome == null) {
            suspend(this);
        }
        return outcome.get(this);
    }

    /// Asks it to end: interrupts it where it waits. One that has not begun never does; one that has ended is left alone.
    /// Any thread may cancel.
    public void cancel() {
        if (outcome == null) {
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
        var loop = current().loop;
        var thread = Thread.currentThread();
        var timer = loop.after(time, () -> LockSupport.unpark(thread));
        try {
            while (timer.isPending()) {
                suspend(timer);
            }
        } finally {
            loop.cancel(timer);
        }
    }

    /// Lets the other tasks that are ready, and the loop, have their turn.
    public static void yield() {
        Thread.yield();
        if (Thread.interrupted()) {
            throw interrupted();
        }
    }

    /// Parks once. All waiting of our own passes through here; the caller looks again whether it has to wait on.
    static void suspend(Object awaited) {
        LockSupport.park(awaited);
        if (Thread.interrupted()) {
            throw interrupted();
        }
    }

    private static CancellationException interrupted() {
        return new CancellationException(describe(Thread.currentThread()) + " was cancelled");
    }

    /// The task that runs this code. A thread has one field for whoever answers for it, and a task is that for its own.
    static Task<?> current() {
        return of(Thread.currentThread());
    }

    private static Task<?> of(Thread thread) {
        if (thread.getUncaughtExceptionHandler() instanceof Task<?> task) {
            return task;
        }
        throw new IllegalStateException(
                thread + " is not a task: call this from EventLoop.run, or from what it spawns");
    }

    static String describe(Thread thread) {
        return thread.getUncaughtExceptionHandler() instanceof Task<?> task
                ? task.toString()
                : String.valueOf(thread);
    }

    static Callable<Void> callable(Action body) {
        return () -> {
            body.run();
            return null;
        };
    }

    /// Where the code outside of this package stands that called into it.
    static StackTraceElement caller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(f -> !isOurs(f.getClassName())).findFirst())
                .map(StackWalker.StackFrame::toStackTraceElement)
                .orElse(null);
    }

    private static boolean isOurs(String type) {
        return List.of(Task.class, Scope.class, EventLoop.class, Combinators.class, Listener.class)
                .stream()
                .anyMatch(own -> type.equals(own.getName()));
    }

    @Override
    public void run() {
        Outcome<T> end;
        try {
            end = cancelled ? new Outcome.Cancelled<>() : new Outcome.Succeeded<>(body.call());
        } catch (Throwable e) {
            end = endedBy(e) ? new Outcome.Cancelled<>() : new Outcome.Failed<>(e);
        }
        finish(end);
    }

    /// An exception means "cancelled" only when somebody did cancel. The JDK's channels tell of an interrupt by an
    /// `IOException` and leave the flag set.
    private boolean endedBy(Throwable e) {
        return cancelled
                && (e instanceof CancellationException
                        || e instanceof InterruptedException
                        || e instanceof java.io.IOException && thread.isInterrupted());
    }

    private void finish(Outcome<T> end) {
        body = null;
        List<Thread> toWake;
        synchronized (this) {
            outcome = end;
            toWake = waiting;
            waiting = List.of();
        }
        toWake.forEach(LockSupport::unpark);
        loop.tasks().remove(this);
        if (scope != null) {
            scope.ended(this, end);
        } else if (end instanceof Outcome.Failed<T>(var e) && !awaited) {
            loop.after(UNAWAITED, () -> reportUnlessAwaited(e));
        }
    }

    private void reportUnlessAwaited(Throwable e) {
        if (!awaited) {
            LOGGER.log(Level.ERROR, this + " failed and nobody awaited it", e);
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable e) {
        LOGGER.log(Level.ERROR, this + " could not end", e);
    }

    /// The outcome of one that has ended, without waiting.
    T result() throws Exception {
        awaited = true;
        return outcome.get(this);
    }

    public boolean isDone() {
        return outcome != null;
    }

    public boolean isCancelled() {
        return outcome instanceof Outcome.Cancelled<T>;
    }

    boolean cancelRequested() {
        return cancelled;
    }

    EventLoop loop() {
        return loop;
    }

    Thread thread() {
        return thread;
    }

    /// Where it was spawned.
    StackTraceElement site() {
        return site;
    }

    /// When it was spawned, by the loop's clock.
    long started() {
        return started;
    }

    /// The number of the thread of the task that owns its scope, or else has spawned it.
    long owner() {
        return owner;
    }

    String name() {
        return label instanceof Stream stream ? "connection on " + stream : String.valueOf(label);
    }

    /// What it waits for: a [Task], a timer, a [Stream], a lock of the JDK; null when it runs or is ready.
    Object awaits() {
        return LockSupport.getBlocker(thread);
    }

    @Override
    public String toString() {
        return "task " + label;
    }
}
