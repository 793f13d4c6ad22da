package echolab.futures;

import echolab.EchoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.channels.SelectableChannel;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/// What does a loop need to know when the conversation is written elsewhere? Two things only: what is ready to run, and
/// which channels somebody waits for. Nothing in it knows of echoing.
///
/// Every future of this step is completed on the loop's thread, and what hangs on it runs right there, so nothing but
/// the queue of tasks is shared between threads.
final class EventLoop implements Executor {

    private static final System.Logger LOG = System.getLogger(EventLoop.class.getName());

    private final Selector selector;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Thread thread;

    private volatile boolean stopped;

    EventLoop() throws IOException {
        this.selector = Selector.open();
        this.thread = Thread.ofPlatform().name("future-loop").start(this::run);
    }

    private void run() {
        try (selector) {
            while (!stopped) {
                waitForEvents();
                runReadyTasks();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the selector failed, and with it the loop", e);
        }
    }

    private void runReadyTasks() {
        for (var task = tasks.poll(); task != null; task = tasks.poll()) {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "a task of the loop failed", e);
            }
        }
    }

    private void waitForEvents() throws IOException {
        selector.select(key -> ((Readiness) key.attachment()).signal());
    }

    /// Runs a task on the loop's thread, soon. May be called by any thread: the wake-up ends the loop's sleep, even
    /// one that has not begun yet, so a task that comes while the loop is not asleep is not forgotten.
    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    /// Makes the loop watch a channel, for nothing yet: what for is said on the loop's thread.
    Readiness watch(SelectableChannel channel) throws IOException {
        channel.configureBlocking(false);
        return Readiness.of(channel.register(selector, 0));
    }

    /// Ends the loop after the tasks that were submitted before, and waits for it, also on a thread that is interrupted.
    void stop() {
        execute(() -> stopped = true);
        EchoServer.awaitEnd(thread);
    }
}
