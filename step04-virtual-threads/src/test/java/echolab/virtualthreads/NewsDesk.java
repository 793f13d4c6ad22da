package echolab.virtualthreads;

import java.util.concurrent.Callable;

/// Where a [Greeting] comes from: far away. A test says how it is there.
final class NewsDesk {

    private static Callable<String> desk =
            () -> {
                Thread.sleep(50);
                return "hello";
            };

    private NewsDesk() {}

    static void is(Callable<String> other) {
        desk = other;
    }

    /// Waits until the answer is there.
    ///
    /// @throws IllegalStateException when there is none
    static String fetch() {
        try {
            return desk.call();
        } catch (Exception e) {
            throw new IllegalStateException("no news today: " + e.getMessage(), e);
        }
    }
}
