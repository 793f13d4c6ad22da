package echolab.epoll.task;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/// Which task holds up all others? A thread that looks at the loop from outside, twice in the time a task may take.
///
/// When the loop is awake and still runs what it ran then, the task on it has not given way: it is reported, once, with the
/// line it is on. The loop itself pays one store a task for that.
///
/// A task may hold the loop though it waits: below a static initialiser or a native frame its stack cannot be taken off the thread, and it
/// waits with the thread (it *pins* it). Then the report names that frame too.
final class SlowTaskWatch implements AutoCloseable {

    static final Duration DEFAULT_THRESHOLD = Duration.ofMillis(100);

    private static final System.Logger LOG = System.getLogger(SlowTaskWatch.class.getName());
    private static final long SHORTEST_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Root root;
    private final long threshold;
    private final Thread watcher;

    SlowTaskWatch(Root root, Duration threshold) {
        this.root = root;
        this.threshold = Math.max(SHORTEST_NANOS, TimeUnit.NANOSECONDS.convert(threshold));
        var name = "slow-task watch of " + root.loop.name();
        this.watcher = Thread.ofPlatform().name(name).daemon().start(this::watch);
    }

    private void watch() {
        var seen = -1L;
        var since = 0L;
        var reported = -1L;
        try {
            while (true) {
                TimeUnit.NANOSECONDS.sleep(Math.max(SHORTEST_NANOS, threshold / 2));
                var now = root.loop.runs();
                if (now != seen || root.loop.isAsleep()) {
                    seen = now;
                    since = System.nanoTime();
                }
                var held = System.nanoTime() - since;
                if (held >= threshold && reported != now && report(held)) {
                    reported = now;
                }
            }
        } catch (InterruptedException _) {
            // the loop has ended
        }
    }

    private boolean report(long held) {
        for (var task : root.tasks.stream().filter(Task::holdsLoop).toList()) {
            var stack = task.stack();
            if (task.holdsLoop() && stack.length > 0) {
                LOG.log(
                        Level.WARNING,
                        "{0} has held the event loop for more than {1} ms, at {2}{3}; no other task runs meanwhile: move the work into Task.blocking",
                        task,
                        String.valueOf(TimeUnit.NANOSECONDS.toMillis(threshold)),
                        stack[0],
                        pinning(task, stack));
                SlowTaskEvent.of(task, stack, held);
                return true;
            }
        }
        return false;
    }

    /// The frame for which a waiting task cannot leave its thread, in words; nothing for a task that runs.
    private static String pinning(Task<?> task, StackTraceElement[] stack) {
        if (task.thread.getState() == Thread.State.RUNNABLE) {
            return "";
        }
        return Arrays.stream(stack)
                .dropWhile(Awaited::isOfJdk) // how the JDK waits, which may be native too
                .filter(f -> f.isNativeMethod() || f.getMethodName().equals("<clinit>"))
                .findFirst()
                .map(f -> ", where it waits with the thread, pinned by " + f)
                .orElse(", where it waits with the thread");
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
