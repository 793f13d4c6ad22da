package echolab.epoll.task;

import echolab.epoll.loop.Clock;
import echolab.epoll.loop.EventLoop;
import echolab.epoll.loop.Guarded;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;

/// What runs on the loop? A task: a virtual thread with a name and an outcome to await.
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
/// **Cancelling** interrupts once, see [Cancellation]. Our own suspension points (`await`, `sleep`, `read`, `write`, `yield`, …) then throw
/// [CancellationException], which is unchecked, so that code that catches `IOException` does not swallow it; those of the
/// JDK throw what they always do. A `finally` block may suspend again.
///
/// **What a task inherits.** `spawn`, `gather` and `race` run their bodies in tasks of their own, which are new threads: they see no lock and no
/// `ThreadLocal` of whoever starts them (inheritable ones apart), nor its `ScopedValue`s. `timeout`, `shield` and `scope` run their body in the
/// same task, which sees them all.
public final class Task<T> extends Guarded
        implements Runnable, Thread.UncaughtExceptionHandler, Blocker {

    /// A body without a result.
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    private static final System.Logger LOG = System.getLogger(Task.class.getName());

    final Root root;
    final Parent parent;
    final Thread thread;

    /// Its name, or what it is named after.
    private final Object label;

    /// When it was spawned, by the loop's clock.
    private final long started;

    /// The number of the thread of the task that owns its scope, or else has spawned it.
    private final long owner;

    private Callable<? extends T> body;
    private volatile Outcome<T> outcome;
    private volatile Cancellation
            cancellation; // made when it is needed: a connection may never need it
    private List<Thread> waiting; // the same
    private volatile int awaiters;

    private Task(Root root, Parent parent, Object label, Callable<? extends T> body) {
        this.root = root;
        this.parent = parent;
        this.label = label;
        this.body = body;
        started = root.loop.nanoTime();
        owner = parent.owner().threadId();
        var builder = root.loop.newThread().uncaughtExceptionHandler(this);
        thread = (label instanceof String name ? builder.name(name) : builder).unstarted(this);
    }

    /// The same with the system's clock, and with tasks reported that hold the loop for more than 100 ms.
    public static <T> T run(Callable<T> main) throws Exception {
        return run(Clock.SYSTEM, SlowTaskWatch.DEFAULT_THRESHOLD, main);
    }

    /// Runs `main` as the first task of a new loop on this thread, until it ends; then cancels the tasks that are left,
    /// waits for them, and closes what the loop had open. An interrupt of this thread cancels `main`.
    ///
    /// @param slow how long a task may hold the loop before it is reported, at least 1 ms
    /// @return what `main` returned
    /// @throws Exception what `main` threw, or what the system said against a new loop
    public static <T> T run(Clock clock, Duration slow, Callable<T> main) throws Exception {
        return Root.run(clock, slow, main);
    }

    static <T> Task<T> start(Root root, Parent parent, Object label, Callable<? extends T> body) {
        var task = new Task<T>(root, parent, label, body);
        root.tasks.add(task);
        task.thread.start();
        return task;
    }

    /// Starts a task on the loop of the current one. It ends with its loop at the latest.
    public static <T> Task<T> spawn(String name, Callable<T> body) {
        return current().root.spawn(name, body);
    }

    /// The same, without a result.
    public static Task<Void> spawn(String name, Action body) {
        return spawn(name, callable(body));
    }

    /// Starts a task for which somebody else than a scope answers.
    ///
    /// @param label what it is named after: its `toString` is asked for when somebody wants to know
    public static <T> Task<T> spawn(Parent parent, Object label, Callable<T> body) {
        return start(current().root, parent, label, body);
    }

    /// Asks it to end: interrupts it where it waits. One that has not begun never does; one that has ended, or was cancelled before, is left
    /// alone. Any thread may cancel.
    public void cancel() {
        if (!isDone() && !isCancelRequested()) {
            CancelEvent.of(this);
            cancellation().cancelWhole();
        }
    }

    /// Waits for the outcome: the result, or the task's own exception, to which the stack of whoever awaits is appended.
    /// A loop's tasks and any other thread may await it, any number of them.
    ///
    /// @throws CancellationException when the task was cancelled, or the one that awaits is
    /// @throws IllegalStateException when it can only end after the one that awaits
    public T await() throws Exception {
        countAwaiters(+1);
        try {
            join();
        } catch (Throwable e) {
            countAwaiters(-1);
            throw e;
        }
        return outcome.get(this);
    }

    /// Waits for the end, whatever it is.
    ///
    /// @throws CancellationException when the one that waits is cancelled
    public void join() {
        if (isDone()) {
            return;
        }
        var thread = Thread.currentThread();
        if (thread.getUncaughtExceptionHandler() instanceof Task<?> task) {
            AwaitCircle.refuse(task, this);
        }
        addWaiting(thread);
        try {
            while (outcome == null) {
                Suspension.park(this);
            }
        } finally {
            removeWaiting(thread);
        }
    }

    public boolean isDone() {
        return outcome != null;
    }

    public boolean isCancelled() {
        return outcome instanceof Outcome.Cancelled<T>;
    }

    /// Runs all at the same time and gives their results in order. The first failure cancels the rest, and carries the
    /// failures of the others as suppressed; results of the others that are `AutoCloseable` are closed.
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is copied, and goes no further
    public static <T> List<T> gather(Callable<? extends T>... bodies) throws Exception {
        return Combinators.gather(List.of(bodies));
    }

    /// Runs all at the same time; the first to end decides, by its result or its exception, and the rest are cancelled and
    /// waited for. A race that is won stays won: what a loser throws then is reported, and what one still returns is closed if it is
    /// `AutoCloseable`. Losers' failures behind a first failure are suppressed exceptions of it.
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is copied, and goes no further
    public static <T> T race(Callable<? extends T>... bodies) throws Exception {
        return Combinators.race(List.of(bodies));
    }

    /// Gives the body this much time, in the same task. After it the body is cancelled where it waits, its `finally` blocks run, and
    /// then this throws. Somebody else's cancel goes through it and stays a cancel.
    ///
    /// @param limit of any length; with none, or a negative one, the body comes to its first wait
    /// @throws java.util.concurrent.TimeoutException when the time was up: the message says where the body was, and the cause is the
    ///     exception that it saw there. What else the body threw then is thrown as it is, with this one suppressed.
    public static <T> T timeout(Duration limit, Callable<T> body) throws Exception {
        return Combinators.timeout(limit, body);
    }

    /// Puts a cancel off until the body has ended; the next wait after it tells of the cancel. Time-outs within the body are not put off.
    public static <T> T shield(Callable<T> body) throws Exception {
        return Combinators.shield(body);
    }

    /// The same, without a result.
    public static void shield(Action body) throws Exception {
        Combinators.shield(callable(body));
    }

    /// Runs code that blocks its thread on a thread of its own, and waits for it. Cancelling interrupts that thread, but
    /// does not wait for it: a system call may not listen. At most 64 run at the same time on behalf of one loop (the system property
    /// `echolab.blocking` says how many); more wait for their turn.
    public static <T> T blocking(Callable<T> body) throws Exception {
        return current().root.blockingCalls.call(body);
    }

    /// A block that no task spawned in it outlives, see [Scope].
    public static <T> T scope(Scope.Body<T> body) throws Exception {
        return Scope.run(current(), body);
    }

    /// Waits on the loop's timers.
    ///
    /// @param time of any length; none, or a negative one, is over in the next turn of the loop
    public static void sleep(Duration time) {
        Suspension.sleep(current().loop(), time);
    }

    /// Lets the other tasks that are ready, and the loop, have their turn.
    public static void yield() {
        Suspension.yield();
    }

    /// The task that runs this code. A thread has one field for whoever answers for it, and a task is that for its own.
    ///
    /// @throws IllegalStateException when none does
    public static Task<?> current() {
        var thread = Thread.currentThread();
        if (thread.getUncaughtExceptionHandler() instanceof Task<?> task) {
            return task;
        }
        throw new IllegalStateException(
                thread + " is not a task: call this from Task.run, or from what it spawns");
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
            end = isCancelRequested() ? neverBegun() : new Outcome.Succeeded<>(body.call());
        } catch (Throwable e) {
            end = Outcome.thrown(e, this);
        }
        Thread.interrupted(); // whoever is told of the end must not be taken for cancelled
        body = null;
        complete(end);
        root.tasks.remove(this);
        parent.ended(this, end);
    }

    private Outcome<T> neverBegun() {
        return new Outcome.Cancelled<>(new CancellationException(this + " was cancelled"));
    }

    void countAwaiters(int change) {
        lock();
        awaiters += change;
        unlock();
    }

    /// Whether somebody has got its outcome, or waits for it.
    boolean isAwaited() {
        return awaiters > 0;
    }

    private void addWaiting(Thread thread) {
        lock();
        try {
            if (outcome == null) {
                waiting = waiting == null ? new ArrayList<>(2) : waiting;
                waiting.add(thread);
            }
        } finally {
            unlock();
        }
    }

    /// One that is cancelled while it waits must not be kept by the one it waited for.
    private void removeWaiting(Thread thread) {
        lock();
        if (outcome == null) {
            waiting.remove(thread);
        }
        unlock();
    }

    boolean hasWaiting() {
        lock();
        var has = waiting != null && !waiting.isEmpty();
        unlock();
        return has;
    }

    private void complete(Outcome<T> end) {
        lock();
        outcome = end;
        var waking = waiting;
        waiting = null;
        unlock();
        if (waking != null) {
            waking.forEach(LockSupport::unpark);
        }
    }

    /// What it gave; null when it has not ended, or by no result.
    T resultOrNull() {
        return outcome instanceof Outcome.Succeeded<T>(var result) ? result : null;
    }

    /// The scopes in whose blocks it is.
    List<Scope> openScopes() {
        var cancels = cancellation;
        return cancels == null ? List.of() : cancels.openScopes();
    }

    Cancellation cancellation() {
        lock();
        try {
            if (cancellation == null) {
                cancellation = new Cancellation(thread);
            }
            return cancellation;
        } finally {
            unlock();
        }
    }

    boolean isCancelRequested() {
        var cancels = cancellation;
        return cancels != null && cancels.isWholeCancelled();
    }

    @Override
    public void uncaughtException(Thread thread, Throwable e) {
        LOG.log(Level.ERROR, this + " could not end", e);
    }

    public EventLoop loop() {
        return root.loop;
    }

    /// All tasks of its loop that have not ended, in no order. Any thread may ask.
    public Set<Task<?>> all() {
        return root.tasks;
    }

    /// The number of its thread, the same as in JFR and in `jcmd PID Thread.dump_to_file`.
    public long id() {
        return thread.threadId();
    }

    public String name() {
        return String.valueOf(label);
    }

    /// The number of the task that owns its scope or else has spawned it, which may have ended.
    public long ownerId() {
        return owner;
    }

    /// How long ago it was spawned, by the loop's clock.
    public Duration age() {
        return Duration.ofNanos(root.loop.nanoTime() - started);
    }

    /// What it waits for now. Any thread may ask; only on the loop are the addresses of peers known.
    public Awaited awaits() {
        return Awaited.by(this);
    }

    /// What it is doing, innermost call first; empty when it has not begun or has ended.
    ///
    /// To look is not free of traces: the JDK holds the task meanwhile, and puts one that was ready to run into the queue of the loop once more, so
    /// that its next [#yield] may be short. When somebody else looks at it too, a task that asks gives way until that one has seen enough.
    public StackTraceElement[] stack() {
        return thread.getStackTrace();
    }

    /// The class of its body, which tells tasks with the same code from others; null when it has ended.
    public Class<?> bodyType() {
        var running = body;
        return running == null ? null : running.getClass();
    }

    /// Whether it is the one that the loop runs now, or that holds the loop up.
    public boolean holdsLoop() {
        return root.loop.isHeldBy(thread);
    }

    /// Whether it is the one that waits here, for the classes that wake it.
    public boolean isOn(Thread other) {
        return thread == other;
    }

    @Override
    public Awaited awaitedBy(Task<?> waiting) {
        return new Awaited(
                "awaits task " + Awaited.withoutNumbers(name()),
                "awaits task #%s %s".formatted(id(), name()));
    }

    @Override
    public String toString() {
        return "task " + name();
    }
}
