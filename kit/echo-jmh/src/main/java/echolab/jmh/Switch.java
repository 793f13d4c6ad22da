package echolab.jmh;

import echolab.epoll.Task;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/// What does it cost to go from one task to the next? All yield in a circle. The figure is for *one time round*: divide it by
/// the number of those in the circle to get a switch.
///
/// After each time round, the loop asks the kernel for events (`epoll_wait`). Two tasks share that call between them, a
/// hundred hardly notice it. The JDK's scheduler leaves asking to another thread.
///
/// ```text
/// java -jar kit/echo-jmh/target/echo-jmh.jar Switch
/// ```
public class Switch {

    public static class Tasks extends OnLoop {

        @Param({"2", "100"})
        private int inCircle;

        private final List<Task<?>> others = new ArrayList<>();

        @Setup(Level.Iteration)
        public void spawnOthers() {
            while (others.size() < inCircle - 1) {
                others.add(Task.spawn("other", Tasks::goRound));
            }
        }

        private static void goRound() {
            while (true) {
                Task.yield(); // throws when it is cancelled
            }
        }

        @Benchmark
        public void once() {
            Task.yield();
        }

        @TearDown(Level.Iteration)
        public void cancelOthers() {
            others.forEach(Task::cancel);
            others.clear();
        }
    }

    public static class VirtualThreads extends OnVirtualThreads {

        @Param({"2", "100"})
        private int inCircle;

        private final List<Thread> others = new ArrayList<>();

        @Setup(Level.Iteration)
        public void startOthers() {
            while (others.size() < inCircle - 1) {
                others.add(Thread.startVirtualThread(VirtualThreads::goRound));
            }
        }

        private static void goRound() {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.yield();
            }
        }

        @Benchmark
        public void once() {
            Thread.yield();
        }

        @TearDown(Level.Iteration)
        public void interruptOthers() {
            others.forEach(Thread::interrupt);
            others.clear();
        }
    }
}
