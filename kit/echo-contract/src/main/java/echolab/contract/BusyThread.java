package echolab.contract;

import java.lang.management.ManagementFactory;

/// How much of a CPU could somebody get who takes all he can? A thread that goes round and round, as a yardstick for the CPU time of
/// others.
final class BusyThread implements AutoCloseable {

    private final Thread thread = Thread.ofPlatform().daemon().name("busy").start(BusyThread::work);

    private static void work() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    /// What it has used so far; at least 1.
    long cpuNanos() {
        return Math.max(1, ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId()));
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
