package echolab.contract;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// Many clients at once, and many after each other: in each of some threads one takes its turn, and then the next. The first failure
/// ends them all. The threads are virtual: of hundreds that want a CPU, those of the server would be a few.
final class Throng {

    /// What one client does.
    @FunctionalInterface
    interface Turn {

        /// @return false when there are no more clients
        boolean take() throws IOException;
    }

    private final AtomicReference<AssertionError> failure = new AtomicReference<>();
    private final List<Thread> threads;

    Throng(int atOnce, Turn turn) {
        threads =
                Stream.generate(() -> Thread.ofVirtual().start(() -> takeTurns(turn)))
                        .limit(atOnce)
                        .toList();
    }

    private void takeTurns(Turn turn) {
        try {
            while (failure.get() == null && turn.take()) {}
        } catch (AssertionError e) {
            failure.compareAndSet(null, e);
        } catch (IOException e) {
            failure.compareAndSet(null, new AssertionError(e.getMessage(), e));
        }
    }

    /// Whether all have come and gone. To be asked again and again: a failure interrupts the others.
    ///
    /// @throws AssertionError the first failure
    boolean isGone() {
        if (failure.get() != null) {
            threads.forEach(Thread::interrupt);
        }
        if (threads.stream().anyMatch(Thread::isAlive)) {
            return false;
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        return true;
    }
}
