package echolab.epoll.task;

import echolab.epoll.loop.Clock;
import echolab.epoll.loop.EventLoop;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/// Who answers for tasks that no scope waits for? The run of their loop: it begins with the main task, and when that has ended, it cancels
/// what is left and waits for it.
///
/// What is in a scope hears of that end through the owner of the scope, and not twice.
final class Root implements Parent {

    private static final System.Logger LOG = System.getLogger(Task.class.getName());

    /// How long somebody has to await a task that failed, before its failure is reported.
    private static final Duration UNAWAITED = Duration.ofSeconds(1);

    final EventLoop loop;
    final BlockingCalls blockingCalls = new BlockingCalls();

    /// Every task that has been started and has not ended, in no order. Any thread may ask.
    final Set<Task<?>> tasks = ConcurrentHashMap.newKeySet();

    private final Map<Task<?>, Throwable> unawaited = new LinkedHashMap<>();
    private boolean ending;
    private boolean interrupted;

    private Root(EventLoop loop) {
        this.loop = loop;
    }

    /// See [Task#run].
    static <T> T run(Clock clock, Duration slow, Callable<T> main) throws Exception {
        var loop = EventLoop.open(clock);
        var root = new Root(loop);
        try (loop;
                var _ = new SlowTaskWatch(root, slow);
                var _ = root.blockingCalls) {
            return root.untilDone(main);
        } finally {
            root.unawaited.keySet().forEach(root::reportUnlessAwaited);
            if (root.interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T> T untilDone(Callable<T> main) throws Exception {
        var task = spawn("main", main);
        task.countAwaiters(+1); // whoever called run, however long the others clean up before
        if (Thread.interrupted()) {
            interrupt(task); // main does not begin
        }
        loop.run(task::isDone, () -> interrupt(task));
        ending = true;
        tasks.stream().filter(left -> !(left.parent instanceof Scope)).forEach(Task::cancel);
        loop.run(tasks::isEmpty, () -> interrupt(task));
        return task.await();
    }

    private void interrupt(Task<?> main) {
        interrupted = true;
        main.cancel();
    }

    /// Starts a task that no scope waits for. While the loop ends none of these begins, or it might never come to its end.
    <T> Task<T> spawn(String name, Callable<T> body) {
        Task<T> task = Task.start(this, this, name, body);
        if (ending) {
            task.cancel();
        }
        return task;
    }

    @Override
    public void ended(Task<?> task, Outcome<?> end) {
        switch (end) {
            case Outcome.Failed<?>(var e, _) -> await(task, e);
            case Outcome.Cancelled<?>(var e) when e.getSuppressed().length > 0 -> await(task, e);
            case Outcome.Succeeded<?> _, Outcome.Cancelled<?> _ -> {}
        }
    }

    /// Whoever awaits it now may give up, and somebody else may come.
    private void await(Task<?> task, Throwable failure) {
        unawaited.put(task, failure);
        loop.after(
                UNAWAITED,
                () -> {
                    reportUnlessAwaited(task);
                    unawaited.remove(task);
                });
    }

    private void reportUnlessAwaited(Task<?> task) {
        if (!task.isAwaited()) {
            report(task + " failed and nobody awaited it", unawaited.get(task));
        }
    }

    /// For what can be thrown into nobody.
    void report(String sentence, Throwable e) {
        loop.aside(() -> LOG.log(Level.ERROR, sentence, e));
    }
}
