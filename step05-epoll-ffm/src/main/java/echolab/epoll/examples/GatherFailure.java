package echolab.epoll.examples;

import echolab.epoll.task.Task;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// What becomes of the others when one fails? They are cancelled, and have ended when the failure is thrown.
///
/// ```text
/// patient: waits
/// hasty: fails
/// patient: cleans up
/// main(): no luck
/// ```
///
/// What the third would print is never seen: it is cancelled before it begins.
public final class GatherFailure {

    private GatherFailure() {}

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT); // whatever the machine speaks
        Task.run(GatherFailure::oneOfThree);
    }

    static List<String> oneOfThree() throws Exception {
        try {
            return Task.gather(
                    GatherFailure::patient, GatherFailure::hasty, GatherFailure::unlucky);
        } catch (IOException e) {
            IO.println("main(): " + e.getMessage());
            return List.of();
        }
    }

    private static String patient() {
        IO.println("patient: waits");
        try {
            Task.sleep(Duration.ofHours(1));
        } finally {
            IO.println("patient: cleans up");
        }
        return "patience";
    }

    private static String hasty() throws IOException {
        IO.println("hasty: fails");
        throw new IOException("no luck");
    }

    private static String unlucky() {
        IO.println("unlucky: begins");
        return "luck";
    }
}
