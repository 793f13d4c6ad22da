package echolab.epoll.examples;

import echolab.epoll.task.Task;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

/// How long do we wait for something that may never come? As long as we say: then it is cancelled, and we go on.
///
/// ```text
/// timeout!
/// ```
///
/// The example is that of `wait_for` in the documentation of Python's asyncio.
public final class Timeout {

    private Timeout() {}

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT); // whatever the machine speaks
        Task.run(Timeout::waitForEternity);
    }

    static Void waitForEternity() throws Exception {
        try {
            Task.timeout(Duration.ofSeconds(1), Timeout::eternity);
        } catch (TimeoutException _) {
            IO.println("timeout!");
        }
        return null;
    }

    private static Void eternity() {
        Task.sleep(Duration.ofHours(1));
        IO.println("yay!");
        return null;
    }
}
