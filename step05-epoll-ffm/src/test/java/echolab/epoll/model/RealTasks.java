package echolab.epoll.model;

import echolab.epoll.Logged;
import echolab.epoll.loop.EventLoop;
import echolab.epoll.loop.JumpingClock;
import echolab.epoll.loop.LoopInside;
import echolab.epoll.task.Scope;
import echolab.epoll.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/// The runtime itself, in virtual time.
final class RealTasks implements Tasks {

    private record RealHandle(Task<?> task) implements Handle {

        @Override
        public Object await() throws Exception {
            return task.await();
        }

        @Override
        public void cancel() {
            task.cancel();
        }
    }

    private record RealNursery(Scope scope) implements Nursery {

        @Override
        public Handle spawn(String name, Callable<Object> body) {
            return new RealHandle(scope.spawn(name, body));
        }

        @Override
        public void cancel() {
            scope.cancel();
        }
    }

    private final JumpingClock clock = new JumpingClock();
    private EventLoop loop;
    private Set<Task<?>> all;

    @Override
    public End run(Callable<Object> main) {
        try (var logged = Logged.by(Task.class)) {
            var thrown = thrown(main);
            if (!all.isEmpty()) {
                throw new AssertionError("tasks that have not ended: " + all);
            }
            return new End(thrown, logged.thrown(), LoopInside.timers(loop));
        }
    }

    private Throwable thrown(Callable<Object> main) {
        try {
            Task.run(
                    clock,
                    Duration.ofMinutes(1),
                    () -> {
                        loop = Task.current().loop();
                        all = Task.current().all();
                        return main.call();
                    });
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    @Override
    public long millis() {
        return clock.nanoTime() / 1_000_000;
    }

    @Override
    public Handle current() {
        return new RealHandle(Task.current());
    }

    @Override
    public void sleep(int millis) {
        Task.sleep(Duration.ofMillis(millis));
    }

    @Override
    public void yield() {
        Task.yield();
    }

    @Override
    public void waitForever() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    @Override
    public Object timeout(int millis, Callable<Object> body) throws Exception {
        return Task.timeout(Duration.ofMillis(millis), body);
    }

    @Override
    public Object shield(Callable<Object> body) throws Exception {
        return Task.shield(body);
    }

    @Override
    public Object scope(Block body) throws Exception {
        return Task.scope(scope -> body.run(new RealNursery(scope)));
    }

    @Override
    public Handle spawn(String name, Callable<Object> body) {
        return new RealHandle(Task.spawn(name, body));
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type, as varargs make it
    public List<Object> gather(List<Callable<Object>> bodies) throws Exception {
        return Task.gather(bodies.toArray(new Callable[0]));
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Object race(List<Callable<Object>> bodies) throws Exception {
        return Task.race(bodies.toArray(new Callable[0]));
    }

    @Override
    public void after(int millis, Runnable action) {
        loop.after(Duration.ofMillis(millis), action);
    }

    @Override
    public void nextTurn(Runnable action) {
        loop.execute(() -> {
            if (loop.isOnLoop()) { // what an ended loop leaves runs elsewhere
                action.run();
            }
        });
    }
}
