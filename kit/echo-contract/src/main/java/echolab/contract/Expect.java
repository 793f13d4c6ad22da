package echolab.contract;

import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// A failure that teaches: it says first what a right server does, in a sentence, and then what was seen instead:
///
/// ```
/// after the first message the server reads again
/// seen: after 5 of 10 bytes (10 sent) nothing came for 2 s
/// ```
public final class Expect {

    /// What the second part of a message begins with.
    public static final String SEEN = "seen: ";

    /// Something that fails when it does not see what it wants.
    @FunctionalInterface
    public interface Attempt {
        void run() throws Exception;
    }

    private Expect() {}

    /// Tries something; if that fails, the message begins with the expectation.
    public static void that(String expectation, Attempt attempt) {
        try {
            attempt.run();
        } catch (AssertionError e) {
            throw new AssertionError(message(expectation, e.getMessage()), e);
        } catch (TimeoutException e) {
            // which seldom has a message: who waits for a future has said for how long
            throw new AssertionError(message(expectation, "it did not come in time"), e);
        } catch (Exception e) {
            throw new AssertionError(message(expectation, e.toString()), e);
        }
    }

    /// @param seen what to say was seen when it does not hold
    public static void that(String expectation, boolean holds, Supplier<String> seen) {
        if (!holds) {
            throw new AssertionError(message(expectation, seen.get()));
        }
    }

    private static String message(String expectation, String seen) {
        return expectation + "\n" + SEEN + seen;
    }
}
