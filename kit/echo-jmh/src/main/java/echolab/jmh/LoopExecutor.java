package echolab.jmh;

import echolab.epoll.loop.Clock;
import echolab.epoll.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The way to measure with JMH from within a task. JMH runs its benchmarks on the threads of an executor, and lets us
/// give it one. This one runs an event loop, and makes a task of whatever it is given.
///
/// So the task API can be called from a benchmark, and its loop lives as long as the JVM that JMH has started.
public final class LoopExecutor extends AbstractExecutorService {

    /// A benchmark that never suspends holds the loop as long as an iteration lasts, and is not to be told of it.
    private static final Duration NEVER_TOO_SLOW = Duration.ofDays(1);

    private final BlockingQueue<Runnable> given = new LinkedBlockingQueue<>();
    private final Thread loop;
    private volatile boolean shutdown;

    /// The constructor that JMH calls.
    public LoopExecutor(int threads, String name) {
        if (threads != 1) {
            throw new IllegalArgumentException(
                    "a loop is one thread, and JMH asks for %s: run this benchmark with -t 1"
                            .formatted(threads));
        }
        loop = Thread.ofPlatform().name(name).start(this::runLoop);
    }

    private void runLoop() {
        try {
            Task.run(Clock.SYSTEM, NEVER_TOO_SLOW, this::spawnWhatIsGiven);
        } catch (Exception e) {
            throw new IllegalStateException("the loop of the benchmark has failed", e);
        }
    }

    private Void spawnWhatIsGiven() throws Exception {
        while (!shutdown) {
            Task.spawn("benchmark", given.take()::run);
        }
        return null;
    }

    @Override
    public void execute(Runnable command) {
        given.add(command);
    }

    @Override
    public void shutdown() {
        shutdown = true;
        given.add(() -> {}); // wakes the loop, which looks at the flag then
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return !loop.isAlive();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return loop.join(Duration.of(timeout, unit.toChronoUnit()));
    }
}
