package echolab.epoll.task;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.epoll.LoopTest;
import echolab.epoll.Until;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/// Does the bare thread of a loop ever stand behind one of its own tasks, waiting for the same lock? The lock would be handed to the task, which
/// only this thread can run.
@LoopTest
class WaitsInNoLineTest {

    /// Writes nothing, and needs a lock for that.
    private static final class Log extends Handler {
        final ReentrantLock lock = new ReentrantLock();
        final AtomicInteger writers = new AtomicInteger();

        @Override
        public void publish(LogRecord entry) {
            writers.incrementAndGet();
            lock.lock();
            lock.unlock();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private final Log log = new Log();

    /// The task waits first, since it is spawned first.
    private Void writeBoth(Logger logger) throws Exception {
        var task = Task.spawn("writes", () -> logger.warning("from a task"));
        Task.yield();
        Task.current()
                .loop()
                .execute(() -> {
                    throw new IllegalStateException("thrown by the test");
                });
        task.await();
        return null;
    }

    @Test
    void a_loop_that_has_something_to_log_does_not_stand_behind_a_task_that_logs()
            throws Exception {
        var logger = Logger.getLogger("echolab.epoll.loop.EventLoop");
        logger.addHandler(log);
        log.lock.lock();
        try {
            var run = new FutureTask<>(() -> Task.run(() -> writeBoth(logger)));
            Thread.ofPlatform().daemon().start(run);
            Until.holds(
                    "task and loop want to log",
                    () -> log.lock.getQueueLength() == 2,
                    () -> log.lock.getQueueLength() + " of 2 wait for the log");
            log.lock.unlock();
            run.get(1, TimeUnit.MINUTES);
        } finally {
            logger.removeHandler(log);
        }
        assertThat(log.writers).hasValue(2);
    }
}
