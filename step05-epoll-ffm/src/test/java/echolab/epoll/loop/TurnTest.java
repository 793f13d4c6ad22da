package echolab.epoll.loop;

import static echolab.epoll.VirtualTime.ms;

import echolab.contract.Expect;
import echolab.epoll.LoopTest;
import echolab.epoll.VirtualTime;
import echolab.epoll.task.Task;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Who runs in one turn of the loop? In virtual time, with tasks that are ready and know nothing of sockets.
@LoopTest
@DisplayName("A turn of the loop")
class TurnTest {

    private static final int MANY = 10_000;

    private final VirtualTime time = new VirtualTime();

    @Test
    @Order(1)
    void what_is_ready_runs_in_the_order_in_which_it_became_so() throws Exception {
        time.run(() -> {
            for (var name : List.of("a", "b", "c")) {
                Task.spawn(name, () -> log(name));
            }
            Task.yield();
            return null;
        });
        Expect.that(
                "a, b and c became ready in this order and run in it",
                time.log.equals(List.of("a", "b", "c")),
                () -> "they ran in the order " + time.log);
    }

    @Test
    @Order(2)
    void what_another_thread_has_handed_in_runs_as_well() throws Exception {
        time.run(() -> {
            var loop = Task.current().loop();
            var ran = new AtomicBoolean();
            var other = Thread.ofPlatform().start(() -> loop.execute(() -> ran.set(true)));
            // not join: its end would be handed in as well
            while (other.isAlive()) {
                Thread.onSpinWait();
            }
            for (var turn = 0; turn < 3; turn++) {
                Task.yield();
            }
            Expect.that(
                    "what other threads hand in lies in the inbox, from which a turn moves it to what is ready",
                    ran.get(),
                    () -> "after three turns it has not run");
            return null;
        });
    }

    @Test
    @Order(3)
    void a_task_that_is_always_ready_does_not_keep_timers_and_events_from_their_turn()
            throws Exception {
        time.run(() -> {
            var over = new AtomicBoolean();
            Task.current().loop().after(ms(0), () -> over.set(true));
            var rounds = 0;
            while (!over.get() && rounds < MANY) {
                Task.yield();
                rounds++;
            }
            var seen = rounds;
            Expect.that(
                    "what becomes ready during a turn waits for the next, or a task that only ever yields would keep the loop to itself",
                    rounds < 10,
                    () ->
                            "a timer that was due did not fire while a task yielded %d times"
                                    .formatted(seen));
            return null;
        });
    }

    @Test
    @Order(4)
    void all_that_are_ready_run_in_the_same_turn() throws Exception {
        time.run(() -> {
            var loop = Task.current().loop();
            var ranInTurn = new AtomicInteger();
            Task.spawn(
                    "sets a timer", () -> loop.after(ms(0), () -> ranInTurn.set(time.log.size())));
            for (var i = 0; i < 100; i++) {
                Task.spawn("task " + i, () -> log("ran"));
            }
            Task.yield(); // they run
            Task.yield(); // and the timer fires at the end of that turn
            Expect.that(
                    "a turn costs an epoll_wait, so it is for all that are ready and not for one of them",
                    ranInTurn.get() == 100,
                    () -> "%d of 100 ran in the turn of the first".formatted(ranInTurn.get()));
            return null;
        });
    }

    private void log(String what) {
        time.log.add(what);
    }
}
