package echolab.jmh;

import echolab.epoll.task.Task;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/// The cost of doing a hundred things at once, each of which gives way once, and of waiting for all. The figure is for
/// the whole hundred.
///
/// `invokeAll` is what the JDK has for it without preview features. It does less: a failure does not cancel the others.
///
/// ```text
/// java -jar kit/echo-jmh/target/echo-jmh.jar GatherHundred -prof gc
/// ```
public class GatherHundred {

    private static final int BODIES = 100;
    private static final int TIMES = 100;

    public static class Tasks extends OnLoop {

        private Callable<Integer>[] bodies;

        @Setup
        @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of a generic type
        public void makeBodies() {
            bodies =
                    Collections.nCopies(BODIES, (Callable<Integer>) Tasks::body)
                            .toArray(new Callable[0]);
        }

        private static int body() {
            Task.yield();
            return 42;
        }

        @Benchmark
        @OperationsPerInvocation(TIMES)
        public void gather(Blackhole blackhole) throws Exception {
            inNewTask(() -> {
                for (var i = 0; i < TIMES; i++) {
                    blackhole.consume(Task.gather(bodies));
                }
            });
        }
    }

    public static class VirtualThreads extends OnVirtualThreads {

        private final List<Callable<Integer>> bodies =
                Collections.nCopies(BODIES, VirtualThreads::body);
        private ExecutorService executor;

        @Setup
        public void makeExecutor() {
            executor = Executors.newVirtualThreadPerTaskExecutor();
        }

        private static int body() {
            Thread.yield();
            return 42;
        }

        @Benchmark
        @OperationsPerInvocation(TIMES)
        public void invokeAll(Blackhole blackhole) throws Exception {
            inNewThread(() -> {
                for (var i = 0; i < TIMES; i++) {
                    blackhole.consume(executor.invokeAll(bodies));
                }
            });
        }

        @TearDown
        public void close() {
            executor.close();
        }
    }
}
