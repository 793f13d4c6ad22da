package echolab.epoll.loop;

import static echolab.epoll.VirtualTime.ms;

import echolab.contract.Expect;
import echolab.epoll.Logged;
import echolab.epoll.LoopTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Who runs in one turn of the loop? It goes round a given number of times, in virtual time, with things to run that know nothing of tasks.
@LoopTest
@DisplayName("A turn of the loop")
class TurnTest {

    private static final int MANY = 1_000;

    private final List<String> log = new ArrayList<>();

    /// What ran in each turn, in order.
    private final List<List<String>> turns = new ArrayList<>();

    private EventLoop loop;

    /// Goes round so often. A timer is set at all times, so the loop never sleeps without end, whatever it has forgotten.
    private void goRound(int times, Consumer<EventLoop> begin) throws Exception {
        try (var opened = EventLoop.open(new JumpingClock())) {
            loop = opened;
            begin.accept(loop);
            keepAwake();
            Expect.that(
                    "the loop goes round and round, whatever is ready",
                    () -> loop.run(() -> endOfTurn() >= times, () -> {}));
        }
    }

    private void keepAwake() {
        loop.after(ms(1), this::keepAwake);
    }

    private int endOfTurn() {
        turns.add(List.copyOf(log));
        log.clear();
        return turns.size();
    }

    private List<String> inAllTurns() {
        return turns.stream().flatMap(List::stream).toList();
    }

    @Test
    @Order(1)
    void what_is_ready_runs_in_the_order_in_which_it_became_so() throws Exception {
        goRound(
                10,
                loop ->
                        Stream.of("a", "b", "c")
                                .forEach(name -> loop.execute(() -> log.add(name))));
        Expect.that(
                "a, b and c became ready in this order and run in it, each once",
                inAllTurns().equals(List.of("a", "b", "c")),
                () -> "what ran is " + inAllTurns());
    }

    @Test
    @Order(2)
    void what_another_thread_has_handed_in_runs_as_well() throws Exception {
        goRound(3, loop -> inAnotherThread(() -> loop.execute(() -> log.add("handed in"))));
        Expect.that(
                "what other threads hand in lies in the inbox, from which a turn moves it to what is ready",
                inAllTurns().equals(List.of("handed in")),
                () -> "after three turns what ran is " + inAllTurns());
    }

    @Test
    @Order(3)
    void a_task_that_is_always_ready_does_not_keep_timers_and_events_from_their_turn()
            throws Exception {
        var fired = new AtomicBoolean();
        var rounds = new AtomicInteger();
        goRound(
                3,
                loop -> {
                    loop.after(ms(0), () -> fired.set(true));
                    loop.execute(
                            new Runnable() {
                                @Override
                                public void run() {
                                    if (!fired.get() && rounds.incrementAndGet() < MANY) {
                                        loop.execute(this);
                                    }
                                }
                            });
                });
        Expect.that(
                "what becomes ready during a turn waits for the next, or a task that only ever yields would keep the loop to itself",
                rounds.get() < 10,
                () ->
                        "a timer that was due did not fire while a task yielded %s times"
                                .formatted(rounds.get()));
    }

    @Test
    @Order(4)
    void all_that_are_ready_run_in_the_same_turn() throws Exception {
        goRound(
                3,
                loop -> {
                    for (var i = 0; i < 50; i++) {
                        loop.execute(() -> log.add("ran"));
                    }
                });
        Expect.that(
                "a turn costs an epoll_wait, so it is for all that are ready and not for one of them",
                turns.getFirst().size() == 50,
                () -> "%s of 50 ran in the first turn".formatted(turns.getFirst().size()));
    }

    @Test
    @Order(5)
    void what_becomes_ready_during_a_turn_runs_in_the_next() throws Exception {
        goRound(
                10,
                loop -> {
                    loop.execute(() -> {
                        log.add("first");
                        loop.execute(() -> log.add("made ready by the first"));
                    });
                    loop.execute(() -> log.add("second"));
                });
        Expect.that(
                "nothing that becomes ready is lost: it runs behind what was ready before it",
                inAllTurns().equals(List.of("first", "second", "made ready by the first")),
                () -> "what ran is " + inAllTurns());
    }

    @Test
    @Order(6)
    void one_that_throws_ends_nothing_else() throws Exception {
        try (var reported = Logged.by(EventLoop.class)) {
            goRound(
                    10,
                    loop -> {
                        loop.execute(() -> {
                            throw new IllegalStateException("thrown by the first");
                        });
                        loop.execute(() -> log.add("second"));
                    });
            Expect.that(
                    "whatever is run may throw: run reports that, and goes on",
                    inAllTurns().equals(List.of("second")) && reported.count == 1,
                    () ->
                            "what ran behind it is %s, and what was reported %s"
                                    .formatted(inAllTurns(), reported.messages()));
        }
    }

    @Test
    @Order(7)
    void everything_runs_on_the_thread_of_the_loop() throws Exception {
        var thread = new AtomicReference<Thread>();
        goRound(3, loop -> loop.execute(() -> thread.set(Thread.currentThread())));
        Expect.that(
                "nothing of a loop needs a lock, since all of it runs on one thread",
                thread.get() == loop.thread(),
                () -> "it ran on " + thread.get());
    }

    @Test
    @Order(8)
    void a_turn_ends_though_other_threads_hand_in_all_the_time() throws Exception {
        var rounds = new AtomicInteger();
        goRound(
                2,
                loop ->
                        loop.execute(
                                new Runnable() {
                                    @Override
                                    public void run() {
                                        log.add("ran");
                                        if (rounds.incrementAndGet() < 20) {
                                            inAnotherThread(() -> loop.execute(this));
                                        }
                                    }
                                }));
        Expect.that(
                "what was ready when the turn began belongs to it, and what is handed in meanwhile does not, or others could put its end off",
                turns.getFirst().size() == 1,
                () -> "the first turn ran %s things".formatted(turns.getFirst().size()));
    }

    private static void inAnotherThread(Runnable action) {
        try {
            Thread.ofPlatform().start(action).join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("a test does not interrupt its own thread", e);
        }
    }
}
