package echolab.jmh;

import echolab.epoll.task.Task;
import java.util.ArrayList;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;

/// The cost of going from one task to the next. Some yield in a circle; the figure is for one switch.
///
/// After each time round, the loop asks the kernel for events (`epoll_wait`). Two tasks share that call between them, a
/// hundred hardly notice it. The JDK's scheduler leaves asking to another thread.
///
/// ```text
/// java -jar kit/echo-jmh/target/echo-jmh.jar Switch
/// ```
public class Switch {

    private static final int SWITCHES = 100_000;

    public static class Tasks extends OnLoop {

        @Param({"2", "100"})
        private int inCircle;

        @Benchmark
        @OperationsPerInvocation(SWITCHES)
        public Void yieldInACircle() throws Exception {
            return Task.scope(scope -> {
                for (var i = 0; i < inCircle; i++) {
                    scope.spawn("in the circle", () -> yieldTimes(SWITCHES / inCircle));
                }
                return null;
            });
        }

        private static void yieldTimes(int times) {
            for (var i = 0; i < times; i++) {
                Task.yield();
            }
        }
    }

    public static class VirtualThreads extends OnVirtualThreads {

        @Param({"2", "100"})
        private int inCircle;

        @Benchmark
        @OperationsPerInvocation(SWITCHES)
        public void yieldInACircle() throws Exception {
            inNewThread(() -> {
                var circle = new ArrayList<Thread>();
                for (var i = 0; i < inCircle; i++) {
                    circle.add(Thread.startVirtualThread(() -> yieldTimes(SWITCHES / inCircle)));
                }
                for (var thread : circle) {
                    thread.join();
                }
            });
        }

        private static void yieldTimes(int times) {
            for (var i = 0; i < times; i++) {
                Thread.yield();
            }
        }
    }
}
