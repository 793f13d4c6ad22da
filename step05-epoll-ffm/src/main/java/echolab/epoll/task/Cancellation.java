package echolab.epoll.task;

import echolab.epoll.loop.Guarded;
import java.util.ArrayList;
import java.util.List;

/// Which cancel does a task hear of, and when? Each once, and none is lost.
///
/// A cancel is meant for a *block*: the whole task (`task.cancel()`), the body of a time-out (its time is up), or the body of a scope
/// (a child has failed). Blocks lie in each other, and an exception leaves them from the inside out:
///
/// ```text
///   whole task ◀─ task.cancel()
///   └─ scope ◀─ a child failed
///      └─ shield
///         └─ timeout ◀─ time is up         the innermost block
/// ```
///
/// The rules, for whoever asks and in whatever order:
///
/// 1. A block is cancelled at most once.
/// 2. To cancel is to interrupt the task once, wherever in the block it is. From then until it has left that block the cancel is
///    *on its way*, and no other is delivered: who cleans up after one cancel sees no second one.
/// 3. What is asked for meanwhile is kept. When the task leaves a block, a cancel that is kept for one around it is delivered.
/// 4. A shield keeps all that is meant for blocks around it, until the task has left it.
/// 5. A block that is entered while a cancel is on its way is part of the cleaning up, and may be cancelled itself: a farewell with a time limit.
///
/// The price of rule 2: code that swallows a cancel, and waits on within the block, cannot be told from code that cleans up, so no other cancel
/// reaches it there. `catch (Exception e)` around a wait is enough, and so is `catch (IllegalStateException e)`, of which
/// [java.util.concurrent.CancellationException] is one: catch what you expect.
///
/// What sets the flag of the thread again asks to be told again: `Thread.currentThread().interrupt()` in a `catch`, and the JDK's sockets and
/// channels, which throw an `IOException` at a cancel and leave the flag set. Who waits in the clean-up after one of these clears it first, by
/// `Thread.interrupted()`.
///
/// Any thread may ask; entering and leaving is the task's own.
final class Cancellation extends Guarded {

    /// A stretch of a task's code for which a cancel can be meant.
    static final class Block {
        private final boolean shield;
        private final Scope scope;
        private Block around;

        /// The cancel that was on its way when the task came in.
        private Block before;

        private volatile boolean cancelled;

        private Block(boolean shield, Scope scope) {
            this.shield = shield;
            this.scope = scope;
        }

        static Block plain() {
            return new Block(false, null);
        }

        static Block shield() {
            return new Block(true, null);
        }

        static Block of(Scope scope) {
            return new Block(false, scope);
        }

        /// Whether no cancel from around it comes in.
        private boolean isClosed() {
            return shield || before != null;
        }
    }

    private final Thread thread;
    private final Block whole = Block.plain();
    private Block innermost = whole;

    /// The block whose cancel is on its way, or null.
    private volatile Block onItsWay;

    Cancellation(Thread thread) {
        this.thread = thread;
    }

    /// Cancels the whole task.
    void cancelWhole() {
        cancel(whole);
    }

    void cancel(Block block) {
        lock();
        try {
            if (!block.cancelled) {
                block.cancelled = true;
                deliver();
            }
        } finally {
            unlock();
        }
    }

    boolean isWholeCancelled() {
        return whole.cancelled;
    }

    /// Whether the cancel that the task is unwinding for is the one of this block.
    boolean isOnItsWay(Block block) {
        return onItsWay == block;
    }

    /// Whether the task is unwinding for a cancel that does not stop at this block, which it is in.
    boolean goesBeyond(Block block) {
        var cancelled = onItsWay;
        return cancelled != null && cancelled != block;
    }

    /// On the loop only, where the task does not run meanwhile.
    List<Scope> openScopes() {
        var scopes = new ArrayList<Scope>();
        for (var block = innermost; block != null; block = block.around) {
            if (block.scope != null) {
                scopes.add(block.scope);
            }
        }
        return scopes;
    }

    void enter(Block block) {
        lock();
        try {
            enterLocked(block);
        } finally {
            unlock();
        }
    }

    private void enterLocked(Block block) {
        var unnoticed = onItsWay != null && thread.isInterrupted();
        if (unnoticed && block.shield) {
            takeBack();
        } else if (!unnoticed) {
            block.before = onItsWay;
            onItsWay = null;
        }
        block.around = innermost;
        innermost = block;
    }

    void leave(Block block) {
        lock();
        try {
            innermost = block.around;
            if (onItsWay == block) {
                takeBack();
            }
            if (block.before != null) {
                onItsWay = block.before;
            } else {
                deliver();
            }
        } finally {
            unlock();
        }
    }

    /// The task has thrown something else than the cancel that it heard of: it hears of it again.
    void repeat() {
        thread.interrupt();
    }

    /// Where it was delivered and not noticed yet, nobody will.
    private void takeBack() {
        onItsWay = null;
        Thread.interrupted();
    }

    /// The outermost of those that reach the innermost block: it ends the others too.
    private void deliver() {
        if (onItsWay != null) {
            return;
        }
        for (var block = innermost; block != null; block = block.isClosed() ? null : block.around) {
            if (block.cancelled) {
                onItsWay = block;
            }
        }
        if (onItsWay != null) {
            thread.interrupt();
        }
    }
}
