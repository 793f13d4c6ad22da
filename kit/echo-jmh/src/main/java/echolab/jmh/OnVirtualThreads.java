package echolab.jmh;

import echolab.epoll.task.Task;
import java.util.concurrent.FutureTask;
import org.openjdk.jmh.annotations.Fork;

/// A benchmark that runs in a virtual thread on the JDK's own scheduler, with one carrier, as the loop is one thread
/// too. What is measured runs in a new thread for the reason given in [OnLoop].
@Fork(jvmArgsAppend = {Flags.ONE_CARRIER, Flags.NO_OTHER_CARRIER})
public abstract class OnVirtualThreads extends AverageNanoseconds {

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
