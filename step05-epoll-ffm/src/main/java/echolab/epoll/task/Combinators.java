package echolab.epoll.task;

import echolab.epoll.task.Cancellation.Block;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// How are `gather`, `race`, `timeout` and `shield` made? The first two are a [Scope] with a few lines about when to cancel, so neither can
/// leave a task behind; the others are a [Block] of the same task.
final class Combinators {

    private Combinators() {}

    // tag::gather[]
    /// All at the same time. See [Task#gather].
    static <T> List<T> gather(List<Callable<? extends T>> bodies) throws Exception {
        var tasks = new ArrayList<Task<T>>();
        try {
            Task.scope(scope -> {
                for (var body : bodies) {
                    tasks.add(scope.spawn("gather " + tasks.size(), body));
                }
                return null;
            });
            var results = new ArrayList<T>();
            for (var task : tasks) {
                results.add(task.await());
            }
            return results;
        } catch (Throwable e) {
            closeResults(tasks, e);
            throw e;
        }
    }

    // end::gather[]

    /// Nobody will get these results, so nobody else can close them. That is cleaning up, and no cancel that stands cuts it.
    private static <T> void closeResults(List<Task<T>> tasks, Throwable failure) {
        for (var task : tasks) {
            closeFor(failure, task.resultOrNull());
        }
    }

    private static void closeFor(Throwable failure, Object result) {
        try {
            close(result);
        } catch (Throwable e) {
            if (!Outcome.suppress(failure, e)) {
                Task.current().root.report("a result that nobody gets did not close", e);
            }
        }
    }

    private static void close(Object result) throws Exception {
        if (result instanceof AutoCloseable open) {
            Task.shield(open::close);
        }
    }

    /// The first to end decides. See [Task#race].
    static <T> T race(List<Callable<? extends T>> bodies) throws Exception {
        if (bodies.isEmpty()) {
            throw new IllegalArgumentException("a race needs at least one body");
        }
        var race = new Race<T>();
        try {
            Task.scope(scope -> {
                for (var body : bodies) {
                    scope.spawn("race", () -> race.run(scope, body));
                }
                return null;
            });
        } catch (Throwable e) {
            closeFor(e, race.result);
            throw e;
        }
        if (!race.won) {
            throw new CancellationException("every body of the race was cancelled on its own");
        }
        return race.result;
    }

    private static final class Race<T> {
        private boolean decided;
        private boolean won;
        private T result;

        void run(Scope scope, Callable<? extends T> body) throws Exception {
            T mine;
            try {
                mine = body.call();
            } catch (Throwable e) {
                lose(e);
                return;
            }
            if (decided) {
                closeLate(mine);
                return;
            }
            decided = true;
            won = true;
            result = mine;
            scope.cancel();
        }

        /// The first exception decides, as in any scope, and carries those after it. A race that is won stays won, and who is
        /// cancelled has not ended the race.
        private void lose(Throwable e) throws Exception {
            var task = Task.current();
            var cancelled = Outcome.thrown(e, task) instanceof Outcome.Cancelled;
            if (won && !cancelled) {
                task.root.report(task + " failed after it had been won", e);
                return;
            }
            decided |= !cancelled;
            throw Outcome.asException(e);
        }

        private void closeLate(T late) {
            try {
                close(late);
            } catch (Throwable e) {
                Task.current().root.report("the result of " + Task.current() + " did not close", e);
            }
        }
    }

    // tag::timeout[]
    /// No longer than this. See [Task#timeout].
    static <T> T timeout(Duration limit, Callable<T> body) throws Exception {
        var loop = Task.current().loop();
        var cancellation = Task.current().cancellation();
        var block = Block.plain();
        var timer = loop.after(limit, () -> cancellation.cancel(block));
        cancellation.enter(block);
        try {
            return body.call();
        } catch (Throwable e) {
            if (cancellation.isOnItsWay(block)) {
                throw timeIsUp(limit, e);
            }
            throw e;
        } finally {
            loop.cancel(timer);
            cancellation.leave(block);
        }
    }

    // end::timeout[]

    /// What to throw when our cancel was delivered: what the body made of it, if that is something else than a cancel.
    private static Exception timeIsUp(Duration limit, Throwable e) {
        var where = BodySite.above(e.getStackTrace());
        var told =
                new TimeoutException(
                        "not done after %s%s"
                                .formatted(
                                        text(limit),
                                        where == null ? "" : ", at " + Awaited.text(where)));
        if (Outcome.tellsOfCancel(e, Thread.currentThread())) {
            told.initCause(e);
            return told;
        }
        e.addSuppressed(told);
        return Outcome.asException(e);
    }

    private static String text(Duration limit) {
        return TimeUnit.MILLISECONDS.convert(limit) + " ms";
    }

    static <T> T shield(Callable<T> body) throws Exception {
        var cancellation = Task.current().cancellation();
        var block = Block.shield();
        cancellation.enter(block);
        try {
            return body.call();
        } finally {
            cancellation.leave(block);
        }
    }
}
