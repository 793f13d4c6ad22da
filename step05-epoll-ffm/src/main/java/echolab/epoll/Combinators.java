package echolab.epoll;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;

/// How are `gather`, `race` and `timeout` made? Each is a [Scope] with a few lines about when to cancel. So none of them can
/// leave a task behind, and all treat failures alike.
final class Combinators {

    private Combinators() {}

    // tag::gather[]
    /// All at the same time. See [Task#gather].
    static <T> List<T> gather(List<Callable<? extends T>> bodies) throws Exception {
        var site = SpawnSite.here();
        var tasks = new ArrayList<Task<T>>();
        Task.scope(scope -> {
            for (var body : bodies) {
                tasks.add(scope.start("gather " + tasks.size(), site, body));
            }
            return null;
        });
        var results = new ArrayList<T>();
        for (var task : tasks) {
            results.add(task.await());
        }
        return results;
    }

    // end::gather[]

    static <T> T race(List<Callable<? extends T>> bodies) throws Exception {
        if (bodies.isEmpty()) {
            throw new IllegalArgumentException("a race needs at least one body");
        }
        var site = SpawnSite.here();
        var winner = new ArrayList<T>(1);
        Task.scope(scope -> {
            for (var body : bodies) {
                Callable<T> runner =
                        () -> {
                            var result = body.call();
                            if (winner.isEmpty()) {
                                winner.add(result);
                                scope.cancel();
                            }
                            return result;
                        };
                scope.start("race", site, runner);
            }
            return null;
        });
        return winner.getFirst();
    }

    // tag::timeout[]
    /// No longer than this. See [Task#timeout].
    static <T> T timeout(Duration limit, Callable<T> body) throws Exception {
        var site = SpawnSite.here();
        var loop = EventLoop.current();
        var tasks = new ArrayList<Task<T>>(1);
        var timer = loop.after(limit, () -> tasks.forEach(Task::cancel));
        try {
            Task.scope(scope -> {
                tasks.add(scope.start("timeout", site, body));
                return null;
            });
            var task = tasks.getFirst();
            if (task.isCancelled() && !timer.isPending()) {
                throw new TimeoutException("not done after " + limit.toMillis() + " ms");
            }
            return task.await();
        } finally {
            loop.timers.cancel(timer);
        }
    }

    // end::timeout[]

    static <T> T blocking(Callable<T> body) throws Exception {
        var future = new FutureTask<>(body);
        var name = "blocking call of " + Task.current();
        var thread = Thread.ofPlatform().daemon().name(name).start(future);
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw Outcome.asException(e.getCause());
        } catch (InterruptedException e) {
            thread.interrupt();
            throw e;
        }
    }
}
