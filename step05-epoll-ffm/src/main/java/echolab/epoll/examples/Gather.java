package echolab.epoll.examples;

import echolab.epoll.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// How do several things happen at once, on one thread? Three factorials that rest for a second after each factor: the
/// slowest decides how long it takes, not their sum.
///
/// ```text
/// Task A: Compute factorial(2), currently i=2...
/// Task B: Compute factorial(3), currently i=2...
/// Task C: Compute factorial(4), currently i=2...
/// Task A: factorial(2) = 2
/// Task B: Compute factorial(3), currently i=3...
/// Task C: Compute factorial(4), currently i=3...
/// Task B: factorial(3) = 6
/// Task C: Compute factorial(4), currently i=4...
/// Task C: factorial(4) = 24
/// [2, 6, 24]
/// ```
///
/// The example and its output are those of *Running Tasks Concurrently* in the documentation of Python's asyncio.
public final class Gather {

    private Gather() {}

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT); // whatever the machine speaks
        Task.run(Gather::threeFactorials);
    }

    static List<Integer> threeFactorials() throws Exception {
        List<Integer> results =
                Task.gather(
                        () -> factorial("A", 2), () -> factorial("B", 3), () -> factorial("C", 4));
        IO.println(results);
        return results;
    }

    private static int factorial(String name, int number) {
        var product = 1;
        for (var i = 2; i <= number; i++) {
            IO.println(
                    "Task %s: Compute factorial(%s), currently i=%s...".formatted(name, number, i));
            Task.sleep(Duration.ofSeconds(1));
            product *= i;
        }
        IO.println("Task %s: factorial(%s) = %s".formatted(name, number, product));
        return product;
    }
}
