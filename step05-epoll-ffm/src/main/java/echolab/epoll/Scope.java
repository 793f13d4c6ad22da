package echolab.epoll;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;

/// How do we know that no task is left behind? It belongs to a block of code, and the block waits for it.
///
/// The first failure, of a child or of the block itself, cancels all the rest, and the block throws it once everything in
/// it has ended; failures that come later are suppressed exceptions of the first. To cancel the block itself, the task that
/// runs it is interrupted where it waits.
///
/// All of this happens on one loop, where no two tasks run at once: there is no lock here.
public final class Scope implements Parent {

    /// The code of a scope.
    @FunctionalInterface
    public interface Body<T> {
        T run(Scope scope) throws Exception;
    }

    final Task<?> owner;
    final Set<Task<?>> children = new LinkedHashSet<>();
    private Throwable failure;
    private boolean inBody = true;
    private boolean bodyInterrupted;
    private boolean over;

    private Scope(Task<?> owner) {
        this.owner = owner;
    }

    static <T> T run(Task<?> owner, Body<T> body) throws Exception {
        var scope = new Scope(owner);
        T result = null;
        try {
            result = body.run(scope);
        } catch (Throwable e) {
            scope.bodyFailed(e);
        }
        scope.join();
        if (scope.failure != null) {
            throw Outcome.asException(scope.failure);
        }
        return result;
    }

    /// Starts a task that ends before the scope does.
    public <T> Task<T> spawn(String name, Callable<T> body) {
        return start(name, SpawnSite.here(), body);
    }

    /// The same, without a result.
    public Task<Void> spawn(String name, Task.Action body) {
        return start(name, SpawnSite.here(), Task.callable(body));
    }

    /// Cancels what was spawned so far, and not the block itself.
    public void cancel() {
        owner.loop.requireOnLoop();
        children.forEach(Task::cancel);
    }

    <T> Task<T> start(String name, StackTraceElement site, Callable<? extends T> body) {
        owner.loop.requireOnLoop();
        if (over) {
            throw new IllegalStateException(
                    "the scope of %s has ended: %s cannot be spawned in it".formatted(owner, name));
        }
        var task = new Task<T>(owner.loop, this, name, site, body).start();
        children.add(task);
        if (failure != null) {
            task.cancel();
        }
        return task;
    }

    void ended(Task<?> child, Outcome<?> outcome) {
        children.remove(child);
        if (outcome instanceof Outcome.Failed<?>(var e)) {
            fail(e);
        }
        if (!inBody && children.isEmpty()) {
            LockSupport.unpark(owner.thread);
        }
    }

    private void bodyFailed(Throwable e) {
        // what our own interrupt caused is not a failure of its own
        if (!(bodyInterrupted
                && (e instanceof CancellationException || e instanceof InterruptedException))) {
            inBody = false;
            fail(e);
        }
    }

    private void fail(Throwable e) {
        if (failure == null) {
            failure = e;
        } else if (failure != e) {
            failure.addSuppressed(e);
        }
        children.forEach(Task::cancel);
        if (inBody && !bodyInterrupted) {
            bodyInterrupted = true;
            owner.thread.interrupt();
        }
    }

    /// Waits for every child, whatever happens: a cancel that comes meanwhile is passed on to them first.
    private void join() {
        inBody = false;
        var cancelled = Thread.interrupted() && (!bodyInterrupted || owner.cancelRequested());
        while (!children.isEmpty()) {
            if (cancelled) {
                children.forEach(Task::cancel);
            }
            LockSupport.park(this);
            cancelled |= Thread.interrupted();
        }
        over = true;
        if (cancelled && failure == null) {
            failure = new CancellationException(owner + " was cancelled");
        } else if (cancelled) {
            // the failure is thrown first, and the next wait tells of the cancel
            owner.thread.interrupt();
        }
    }

    @Override
    public String toString() {
        return "scope of " + owner;
    }
}
