package echolab.epoll.task;

import static echolab.epoll.VirtualTime.ms;
import static org.assertj.core.api.Assertions.assertThat;

import echolab.epoll.LoopTest;
import echolab.epoll.VirtualTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What does code see of the task that began it? In a task of its own nothing but what every thread inherits; in the same task all.
@LoopTest
class InheritedByTasksTest {

    private static final ScopedValue<String> SCOPED = ScopedValue.newInstance();

    private final VirtualTime time = new VirtualTime();

    /// The ways to run a body in a task of its own.
    enum Other {
        SPAWN,
        SCOPE,
        GATHER,
        RACE;

        <T> T run(Callable<T> body) throws Exception {
            return switch (this) {
                case SPAWN -> Task.spawn("other", body).await();
                case SCOPE -> Task.scope(scope -> scope.spawn("other", body).await());
                case GATHER -> Task.gather(body).getFirst();
                case RACE -> Task.race(body);
            };
        }
    }

    /// The ways to run a body in the same task.
    enum Same {
        TIMEOUT,
        SHIELD,
        BLOCK_OF_A_SCOPE;

        <T> T run(Callable<T> body) throws Exception {
            return switch (this) {
                case TIMEOUT -> Task.timeout(ms(10), body);
                case SHIELD -> Task.shield(body);
                case BLOCK_OF_A_SCOPE -> Task.scope(_ -> body.call());
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void another_task_sees_no_lock_and_no_value_of_the_one_that_began_it(Other way)
            throws Exception {
        var lock = new ReentrantLock();
        var local = new ThreadLocal<String>();
        time.run(() -> {
            lock.lock();
            local.set("local");
            ScopedValue.where(SCOPED, "scoped")
                    .call(() ->
                            time.log.add(
                                    way.run(() ->
                                            lock.tryLock()
                                                    + " "
                                                    + local.get()
                                                    + " "
                                                    + SCOPED.isBound())));
            return null;
        });
        assertThat(time.log).containsExactly("false null false");
    }

    @ParameterizedTest
    @EnumSource
    void the_same_task_sees_its_locks_and_values(Same way) throws Exception {
        var lock = new ReentrantLock();
        var local = new ThreadLocal<String>();
        time.run(() -> {
            lock.lock();
            local.set("local");
            ScopedValue.where(SCOPED, "scoped")
                    .call(() ->
                            time.log.add(
                                    way.run(() ->
                                            lock.tryLock()
                                                    + " "
                                                    + local.get()
                                                    + " "
                                                    + SCOPED.isBound())));
            return null;
        });
        assertThat(time.log).containsExactly("true local true");
    }

    @ParameterizedTest
    @EnumSource
    void another_task_inherits_what_every_thread_does(Other way) throws Exception {
        var inheritable = new InheritableThreadLocal<String>();
        time.run(() -> {
            inheritable.set("inherited");
            return time.log.add(way.run(inheritable::get));
        });
        assertThat(time.log).containsExactly("inherited");
    }

    @Test
    void what_one_task_sets_for_its_thread_no_other_sees() throws Exception {
        var local = new ThreadLocal<String>();
        time.run(() -> {
            for (var name : List.of("a", "b")) {
                Task.spawn(
                                name,
                                () -> {
                                    time.log.add(name + " found " + local.get());
                                    local.set(name);
                                    Task.yield();
                                    time.log.add(name + " has " + local.get());
                                })
                        .await();
            }
            return time.log.add("main found " + local.get());
        });
        assertThat(time.log)
                .containsExactly(
                        "a found null", "a has a", "b found null", "b has b", "main found null");
    }
}
