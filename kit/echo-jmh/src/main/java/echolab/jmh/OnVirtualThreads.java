package echolab.jmh;

import echolab.epoll.task.Task;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// A benchmark that runs in a virtual thread on the JDK's own scheduler, with one carrier, as the loop is one thread
/// too. The annotations are inherited. What is measured runs in a new thread for the reason given in [OnLoop].
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(jvmArgsAppend = {Flags.ONE_CARRIER, Flags.NO_OTHER_CARRIER})
public abstract class OnVirtualThreads {

    static void inNewThread(Task.Action operations) throws Exception {
        var done =
                new FutureTask<Void>(() -> {
                    operations.run();
                    return null;
                });
        Thread.ofVirtual().name("measured").start(done);
        done.get();
    }
}
