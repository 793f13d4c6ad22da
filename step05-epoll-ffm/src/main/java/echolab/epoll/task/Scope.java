package echolab.epoll.task;

import echolab.epoll.task.Cancellation.Block;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;

/// How do we know that no task is left behind? It belongs to a block of code, and the block waits for it.
///
/// The first failure, of a child or of the block itself, cancels all the rest, and the block throws it once everything in
/// it has ended; failures that come later are suppressed exceptions of the first. The block itself is cancelled as any other
/// [Block] of its task.
///
/// A cancel of the owner from outside is passed on to the children, once. It goes on after the block, and what fails on the way is
/// suppressed in it. Only where a child had failed before the owner noticed, the failure is thrown, and the next wait tells of the cancel.
///
/// All of this happens on one loop, where no two tasks run at once: there is no lock here.
public final class Scope implements Parent, Blocker {

    /// The code of a scope.
    @FunctionalInterface
    public interface Body<T> {
        T run(Scope scope) throws Exception;
    }

    final Task<?> owner;
    final Set<Task<?>> children = new LinkedHashSet<>();
    private final Cancellation cancellation;
    private final Block block = Block.of(this);

    /// What the block will throw.
    private Throwable failure;

    private boolean inBody = true;
    private boolean cancelled;
    private boolean cancelStands;
    private boolean over;

    private Scope(Task<?> owner) {
        this.owner = owner;
        cancellation = owner.cancellation();
    }

    static <T> T run(Task<?> owner, Body<T> body) throws Exception {
        var scope = new Scope(owner);
        var result = scope.untilAllHaveEnded(body);
        if (scope.failure != null) {
            throw Outcome.asException(scope.failure);
        }
        return result;
    }

    /// Starts a task that ends before the scope does. In a scope that is cancelled, or in which something has failed, it is cancelled
    /// before it begins.
    public <T> Task<T> spawn(String name, Callable<? extends T> body) {
        owner.loop().requireOnLoop();
        if (over) {
            throw new IllegalStateException(
                    "the scope of %s has ended: %s cannot be spawned in it".formatted(owner, name));
        }
        Task<T> task = Task.start(owner.root, this, name, body);
        children.add(task);
        if (cancelled) {
            task.cancel();
        }
        return task;
    }

    /// The same, without a result.
    public Task<Void> spawn(String name, Task.Action body) {
        return spawn(name, Task.callable(body));
    }

    /// Cancels what was spawned in it and what will be, and not the block itself.
    public void cancel() {
        owner.loop().requireOnLoop();
        cancelled = true;
        children.forEach(Task::cancel);
    }

    private <T> T untilAllHaveEnded(Body<T> body) {
        T result = null;
        cancellation.enter(block);
        try {
            result = body.run(this);
        } catch (Throwable e) {
            bodyThrew(e);
        }
        inBody = false;
        join();
        over = true;
        cancellation.leave(block);
        if (cancelStands) {
            cancellation.repeat();
        }
        return result;
    }

    private void bodyThrew(Throwable e) {
        inBody = false;
        var tellsOfCancel = Outcome.tellsOfCancel(e, owner.thread);
        if (tellsOfCancel && cancellation.isOnItsWay(block)) {
            suppress(e); // our own cancel is no failure of its own
        } else if (tellsOfCancel && cancellation.goesBeyond(block) && failure != null) {
            suppress(e);
            cancelStands = true;
        } else {
            fail(e);
        }
    }

    /// Waits for every child, whatever happens.
    private void join() {
        while (!children.isEmpty()) {
            if (Thread.interrupted()) {
                interrupted();
            } else {
                LockSupport.park(this);
            }
        }
    }

    private void interrupted() {
        if (cancellation.isOnItsWay(block)) {
            return; // the body had ended before it noticed
        }
        cancelStands = failure != null;
        if (!cancelStands) {
            failure = new CancellationException(owner + " was cancelled");
        }
        cancel();
    }

    @Override
    public void ended(Task<?> child, Outcome<?> end) {
        switch (end) {
            case Outcome.Failed<?>(var e, _) -> fail(e);
            case Outcome.Cancelled<?>(var e) -> suppress(e);
            case Outcome.Succeeded<?> _ -> {}
        }
        children.remove(child);
        if (!inBody && children.isEmpty()) {
            LockSupport.unpark(owner.thread);
        }
    }

    private void fail(Throwable e) {
        if (failure == null) {
            failure = e;
        } else {
            carryOrReport(e, owner + " has a failure behind the first");
        }
        cancel();
        if (inBody) {
            cancellation.cancel(block);
        }
    }

    /// A cancel that ends here may have met failures on its way out.
    private void suppress(Throwable cancel) {
        for (var e : cancel.getSuppressed()) {
            carryOrReport(e, "the clean-up of a task of " + this + " failed");
        }
    }

    private void carryOrReport(Throwable e, String sentence) {
        if (failure == null || !Outcome.suppress(failure, e)) {
            owner.root.report(sentence, e);
        }
    }

    @Override
    public Thread owner() {
        return owner.thread;
    }

    @Override
    public Awaited awaitedBy(Task<?> task) {
        var count = children.size();
        return Awaited.of("its scope", " (" + count + (count == 1 ? " task)" : " tasks)"));
    }

    @Override
    public String toString() {
        return "scope of " + owner;
    }
}
