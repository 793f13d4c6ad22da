package echolab.jmh;

import echolab.epoll.task.Task;
import org.openjdk.jmh.annotations.Fork;

/// A benchmark that runs in a task on one event loop of step 05.
///
/// **What is measured suspends in a task of its own**, started by code that is warm, and does many operations there.
/// JMH's own task has frames below that were called once and stay interpreted: when it suspends, the JVM takes its slow
/// path and makes a new stack chunk. Measured in that task, an echo seemed to leave 424 B of garbage (JDK 25, x86-64);
/// in one of its own, less than one.
@Fork(jvmArgsAppend = {Flags.OPEN_THREADS, Flags.NATIVE, Flags.OWN_EXECUTOR, Flags.ON_LOOP})
public abstract class OnLoop extends AverageNanoseconds {

    static void inNewTask(Task.Action operations) throws Exception {
        Task.spawn("measured", operations).await();
    }
}
