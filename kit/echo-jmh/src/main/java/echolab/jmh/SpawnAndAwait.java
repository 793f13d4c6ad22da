package echolab.jmh;

import echolab.epoll.task.Task;
import java.util.concurrent.FutureTask;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.infra.Blackhole;

/// The cost of a task that does nothing. It is made, runs, and whoever made it waits for its result.
///
/// ```text
/// java -jar kit/echo-jmh/target/echo-jmh.jar SpawnAndAwait -prof gc
/// ```
public class SpawnAndAwait {

    private static final int CHILDREN = 10_000;

    public static class Tasks extends OnLoop {

        @Benchmark
        @OperationsPerInvocation(CHILDREN)
        public void oneByOne(Blackhole blackhole) throws Exception {
            inNewTask(() -> {
                for (var i = 0; i < CHILDREN; i++) {
                    blackhole.consume(Task.spawn("child", () -> 42).await());
                }
            });
        }
    }

    public static class VirtualThreads extends OnVirtualThreads {

        @Benchmark
        @OperationsPerInvocation(CHILDREN)
        public void oneByOne(Blackhole blackhole) throws Exception {
            inNewThread(() -> {
                for (var i = 0; i < CHILDREN; i++) {
                    var result = new FutureTask<>(() -> 42);
                    Thread.ofVirtual().name("child").start(result);
                    blackhole.consume(result.get());
                }
            });
        }
    }
}
