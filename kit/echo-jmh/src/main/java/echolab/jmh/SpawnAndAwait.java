package echolab.jmh;

import echolab.epoll.Task;
import java.util.concurrent.FutureTask;
import org.openjdk.jmh.annotations.Benchmark;

/// What does a task cost that does nothing? It is made, runs, and whoever made it waits for its result.
///
/// `Tasks` also notes the line that spawned it, for the dump of all tasks.
///
/// ```text
/// java -jar kit/echo-jmh/target/echo-jmh.jar SpawnAndAwait -prof gc
/// ```
public class SpawnAndAwait {

    public static class Tasks extends OnLoop {

        @Benchmark
        public Integer one() throws Exception {
            return Task.spawn("child", () -> 42).await();
        }
    }

    public static class VirtualThreads extends OnVirtualThreads {

        @Benchmark
        public Integer one() throws Exception {
            var result = new FutureTask<>(() -> 42);
            Thread.ofVirtual().name("child").start(result);
            return result.get();
        }
    }
}
