package echolab.epoll;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// Does the loop still run the same task? Its watcher on another thread compares two readings of this number.
///
/// Written by one thread and read by another, without the cost of a volatile write a task: the reader may be late, but
/// never sees half a number.
final class RunCounter {

    private static final VarHandle COUNT;

    static {
        try {
            COUNT = MethodHandles.lookup().findVarHandle(RunCounter.class, "count", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private long count;

    void next() {
        COUNT.setOpaque(this, count + 1);
    }

    long current() {
        return (long) COUNT.getOpaque(this);
    }
}
