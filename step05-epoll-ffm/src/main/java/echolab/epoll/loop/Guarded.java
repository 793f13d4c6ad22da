package echolab.epoll.loop;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// How do a loop, its tasks and other threads share a few fields? By a lock that nobody waits for in a queue: who finds it taken tries again at
/// once. It is held for moments, by a thread that is running.
///
/// Not by `synchronized`, nor by any other lock that hands itself on. A task that waits for one gives way, and stands in its queue. When the
/// loop's bare thread then comes to wait for it, it stands behind the task. The lock is handed to the task, which only this thread can run, and it
/// waits for the task: for ever. So the bare thread takes no lock that tasks may wait for; what has to, [runs aside][EventLoop#aside].
///
/// A base class and not a field, since every task is one.
public abstract class Guarded {

    private static final VarHandle TAKEN;

    static {
        try {
            TAKEN = MethodHandles.lookup().findVarHandle(Guarded.class, "taken", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused") // by the handle
    private boolean taken;

    /// Not to be called by who has it.
    protected final void lock() {
        while (!TAKEN.compareAndSet(this, false, true)) {
            Thread.onSpinWait();
        }
    }

    protected final void unlock() {
        TAKEN.setRelease(this, false);
    }
}
