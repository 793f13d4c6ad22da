package echolab.epoll.task;

import static echolab.epoll.VirtualTime.ms;
import static org.assertj.core.api.Assertions.assertThat;

import echolab.epoll.LoopTest;
import echolab.epoll.VirtualTime;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/// What does a task say of itself, for whoever looks at it from outside?
@LoopTest
class TaskOfItselfTest {

    private final VirtualTime time = new VirtualTime();

    @Test
    void its_number_is_that_of_its_thread() throws Exception {
        time.run(() -> {
            var task = Task.spawn("a", () -> Thread.currentThread().threadId());
            assertThat(task.id()).isEqualTo(task.await());
            return null;
        });
    }

    @Test
    void it_names_the_owner_of_its_scope_also_when_a_sibling_has_spawned_it() throws Exception {
        time.run(() -> {
            var main = Task.current().id();
            Task.scope(scope -> {
                scope.spawn(
                        "elder",
                        () -> {
                            var younger = scope.spawn("younger", () -> null);
                            assertThat(younger.ownerId()).isEqualTo(main);
                            assertThat(Task.spawn("free", () -> null).ownerId())
                                    .isEqualTo(Task.current().id());
                        });
                return null;
            });
            return null;
        });
    }

    @Test
    void its_age_is_told_by_the_clock_of_the_loop() throws Exception {
        time.run(() -> {
            Task.sleep(ms(5));
            var task = Task.spawn("a", Bodies::sleepForADay);
            Task.sleep(ms(30));
            assertThat(task.age()).isEqualTo(ms(30));
            assertThat(task.awaits().text()).isEqualTo("awaits a timer, 1439 min left");
            return null;
        });
    }

    @Test
    void its_body_is_known_until_it_has_ended() throws Exception {
        time.run(() -> {
            Callable<String> body = time.after(10, "a");
            var task = Task.spawn("a", body);
            assertThat(task.bodyType()).isSameAs(body.getClass());
            task.await();
            assertThat(task.bodyType()).isNull();
            return null;
        });
    }

    @Test
    void it_is_told_from_other_threads_and_tasks() throws Exception {
        time.run(() -> {
            var thread = Thread.currentThread();
            assertThat(Task.current().isOn(thread)).isTrue();
            assertThat(Task.spawn("other", () -> null).isOn(thread)).isFalse();
            assertThat(Task.current().holdsLoop()).isTrue();
            assertThat(Task.current()).hasToString("task main");
            return null;
        });
    }

    @Test
    void it_is_among_the_tasks_of_its_loop_as_long_as_it_runs() throws Exception {
        time.run(() -> {
            var task = Task.spawn("a", time.after(10, "a"));
            assertThat(Task.current().all()).containsExactlyInAnyOrder(Task.current(), task);
            task.await();
            assertThat(Task.current().all()).containsExactly(Task.current());
            return null;
        });
    }

    @Test
    void where_threads_are_named_a_task_is_called_by_its_name() throws Exception {
        var thread = Thread.currentThread();
        assertThat(Suspension.describe(thread)).isEqualTo(thread.toString());
        time.run(() -> {
            assertThat(Suspension.describe(Thread.currentThread())).isEqualTo("task main");
            return null;
        });
    }

    /// A name costs its string, so whoever spawns many gives what they are named after.
    @Test
    void its_thread_has_its_name_when_that_was_given_as_such() throws Exception {
        time.run(() -> {
            assertThat(Task.spawn("a", () -> Thread.currentThread().getName()).await())
                    .isEqualTo("a");
            Parent anybody = (_, _) -> {};
            var numbered = Task.spawn(anybody, 7, () -> Thread.currentThread().getName());
            assertThat(numbered.await()).isEmpty();
            assertThat(numbered.name()).isEqualTo("7");
            return null;
        });
    }
}
