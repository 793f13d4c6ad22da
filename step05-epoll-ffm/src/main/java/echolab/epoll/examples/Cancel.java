package echolab.epoll.examples;

import echolab.epoll.task.Task;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/// What does a task notice of being cancelled? An exception where it waits. It may clean up, and should throw it on.
///
/// ```text
/// cancelMe(): before sleep
/// cancelMe(): cancel sleep
/// cancelMe(): after sleep
/// main(): cancelMe is cancelled now
/// ```
///
/// The example is that of `Task.cancel` in the documentation of Python's asyncio.
public final class Cancel {

    private Cancel() {}

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT); // whatever the machine speaks
        Task.run(Cancel::cancelASleeper);
    }

    static Void cancelASleeper() throws Exception {
        var task = Task.spawn("cancelMe", Cancel::cancelMe);
        Task.sleep(Duration.ofSeconds(1));
        task.cancel();
        try {
            task.await();
        } catch (CancellationException _) {
            IO.println("main(): cancelMe is cancelled now");
        }
        return null;
    }

    private static void cancelMe() {
        IO.println("cancelMe(): before sleep");
        try {
            Task.sleep(Duration.ofHours(1));
        } catch (CancellationException e) {
            IO.println("cancelMe(): cancel sleep");
            throw e;
        } finally {
            IO.println("cancelMe(): after sleep");
        }
    }
}
