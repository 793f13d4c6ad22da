package echolab.epoll.loop;

/// What time is it for the loop's timers, and how is it waited for? A test has a clock whose time jumps instead of passing.
@FunctionalInterface
public interface Clock {

    /// The clock of the system: time passes by itself.
    Clock SYSTEM = System::nanoTime;

    /// Nanoseconds since an arbitrary moment.
    long nanoTime();

    /// How long the loop shall wait, in nanoseconds, for this deadline when there is nothing else to do. A clock whose time
    /// jumps sets itself to the deadline and answers 0.
    default long nanosUntil(long deadline) {
        return deadline - nanoTime();
    }
}
