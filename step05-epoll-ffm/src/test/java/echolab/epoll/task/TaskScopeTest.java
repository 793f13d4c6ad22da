package echolab.epoll.task;

import static echolab.epoll.VirtualTime.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import echolab.epoll.LoopTest;
import echolab.epoll.VirtualTime;
import org.junit.jupiter.api.Test;

/// Does a block outlive its tasks, whatever happens in them?
@LoopTest
class TaskScopeTest {

    private final VirtualTime time = new VirtualTime();

    @Test
    void a_scope_ends_after_all_of_its_tasks() throws Exception {
        time.run(() -> {
            Task.scope(outer -> {
                outer.spawn("a", time.after(20, "a"));
                Task.scope(inner -> inner.spawn("b", time.after(10, "b")));
                time.log.add("inner ended");
                return null;
            });
            time.log.add("outer ended");
            return null;
        });
        assertThat(time.log).containsExactly("b", "inner ended", "a", "outer ended");
    }

    @Test
    void a_failing_child_cancels_its_siblings_and_the_block() {
        assertThatThrownBy(() ->
                        time.run(() ->
                                Task.scope(scope -> {
                                    scope.spawn("x", time.after(90, "x"));
                                    scope.spawn("bad", (Task.Action) VirtualTime::fail);
                                    return time.after(50, "block").call();
                                })))
                .hasMessage("second");
        assertThat(time.log).containsExactlyInAnyOrder("x cancelled", "block cancelled");
    }

    @Test
    void a_scope_that_failed_leaves_no_interrupt_behind() throws Exception {
        time.run(() -> {
            var thrown =
                    catchThrowable(() ->
                            Task.scope(
                                    s -> s.spawn("bad", (Task.Action) VirtualTime::fail).await()));
            assertThat(thrown).hasMessage("second").hasNoSuppressedExceptions();
            Task.sleep(ms(1));
            return null;
        });
    }

    @Test
    void nothing_can_be_spawned_in_a_scope_that_has_ended() {
        assertThatThrownBy(() ->
                        time.run(() -> {
                            Scope ended = Task.scope(scope -> scope);
                            return ended.spawn("late", time.after(1, "late"));
                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("late cannot be spawned in it");
        assertThat(time.log).isEmpty();
    }

    @Test
    void tasks_that_are_left_when_main_ends_are_cancelled() throws Exception {
        time.run(() -> Task.spawn("left", time.after(1000, "left")).toString() + yielded());
        assertThat(time.log).containsExactly("left cancelled");
    }

    private static String yielded() {
        Task.yield();
        return "";
    }
}
