package echolab.epoll;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/// Which task holds up all others? A thread that looks at the loop from outside, twice in the time a task may take.
///
/// When the loop is awake and still runs what it ran then, the task on it has not given way: it is reported, once, with the
/// line it is on. The loop itself pays one store a task for that.
final class SlowTaskWatch implements AutoCloseable {

    static final Duration DEFAULT_THRESHOLD = Duration.ofMillis(100);

    private static final Logger LOGGER = System.getLogger(SlowTaskWatch.class.getName());

    private final EventLoop loop;
    private final Duration threshold;
    private final Thread watcher;

    SlowTaskWatch(EventLoop loop, Duration threshold) {
        this.loop = loop;
        this.threshold = threshold;
        var name = "slow-task watch of " + loop.thread.getName();
        this.watcher = Thread.ofPlatform().name(name).daemon().start(this::watch);
    }

    private void watch() {
        var seen = -1L;
        var since = 0L;
        var reported = -1L;
        try {
            while (true) {
                Thread.sleep(Math.max(1, threshold.toMillis() / 2));
                var now = loop.runs.getOpaque();
                if (now != seen || loop.inbox.isOwnerAsleep()) {
                    seen = now;
                    since = System.nanoTime();
                }
                var held = System.nanoTime() - since;
                if (held >= threshold.toNanos() && reported != now && report(held)) {
                    reported = now;
                }
            }
        } catch (InterruptedException _) {
            // the loop has ended
        }
    }

    private boolean report(long held) {
        for (var task : loop.tasks) {
            var stack = task.thread.getStackTrace();
            if (task.holdsLoop() && stack.length > 0) {
                LOGGER.log(
                        Level.WARNING,
                        "{0} has held the event loop for more than {1} ms, at {2}; no other task runs meanwhile: move the work into Task.blocking",
                        task,
                        threshold.toMillis(),
                        stack[0]);
                LoopEvents.SlowTask.of(task, stack, held);
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        watcher.interrupt();
        try {
            watcher.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
