package echolab.epoll.loop;

import static echolab.epoll.VirtualTime.ms;

import echolab.contract.Expect;
import echolab.contract.Patience;
import echolab.epoll.LoopTest;
import echolab.epoll.VirtualTime;
import echolab.epoll.task.Task;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// What if somebody hands something in at the worst moment, just when the loop goes to sleep?
@LoopTest
@DisplayName("Going to sleep")
class FallAsleepTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int SPINS = 1_000;
    private static final int HAND_INS = 2_000;
    private static final int MOST_LOOKS = 20;

    @Test
    @Order(1)
    void as_long_as_something_is_ready_the_loop_does_not_sleep() throws Exception {
        var time = new VirtualTime();
        time.run(() -> {
            for (var i = 1; i <= 10; i++) {
                Task.current().loop().after(ms(10 * i), () -> {});
            }
            for (var turn = 0; turn < 5; turn++) {
                Task.yield();
            }
            Expect.that(
                    "a task is ready all the time, so events are asked for, but not waited for",
                    time.passed().isZero(),
                    () -> "it waited %d ms for a timer".formatted(time.passed().toMillis()));
            return null;
        });
    }

    @Test
    @Order(2)
    void what_is_handed_in_right_after_the_loop_has_looked_into_the_inbox_wakes_it()
            throws Exception {
        for (var look = 1; look <= 3; look++) {
            var ran = handInAfter(look);
            Expect.that(
                    "the loop says that it sleeps before it looks into the inbox: who hands something in after that look sees it asleep, and wakes it",
                    ran,
                    () -> "the loop slept, and what was handed in after the look lay there");
        }
    }

    private static boolean handInAfter(int look) throws Exception {
        return Task.run(() -> {
            var handIn = new HandIn();
            handIn.afterLook(look);
            return handIn.runs(PATIENCE.dividedBy(2));
        });
    }

    @Test
    @Order(3)
    void what_was_handed_in_while_the_loop_was_awake_keeps_it_from_sleeping() throws Exception {
        var ran =
                Task.run(() -> {
                    var handIn = new HandIn();
                    handIn.now();
                    return handIn.runs(PATIENCE);
                });
        Expect.that(
                "who hands something in to a loop that is awake wakes nobody, so the loop looks into the inbox before it sleeps",
                ran,
                () -> "the loop slept, and what was handed in while a task ran lay there");
    }

    @Test
    @Order(4)
    void of_2000_things_handed_in_one_after_the_other_none_is_left_lying() throws Exception {
        var ran =
                Task.run(() -> {
                    var task = Task.current();
                    return Task.blocking(() -> handInAgainAndAgain(task));
                });
        Expect.that(
                "whenever something is handed in, the loop sees it or is woken",
                ran == HAND_INS,
                () -> "the loop slept, and thing %s lay there".formatted(ran + 1));
    }

    @Test
    @Order(5)
    void a_loop_with_nothing_to_do_sleeps_until_somebody_wakes_it() throws Exception {
        var looks =
                Task.run(() -> {
                    var seen = new InboxLooks(Task.current().loop());
                    return whileItSleeps(() -> seen.count() > MOST_LOOKS, seen::count);
                });
        Expect.that(
                "a loop that is idle takes no turns: it costs nothing until something happens",
                looks <= MOST_LOOKS,
                () ->
                        "it went round again and again, and looked into the inbox %s times"
                                .formatted(looks));
    }

    @Test
    @Order(6)
    void a_loop_that_sleeps_wakes_up_for_a_timer() throws Exception {
        var fired =
                Task.run(() -> {
                    var hasFired = new AtomicBoolean();
                    Task.current().loop().after(ms(20), () -> hasFired.set(true));
                    return whileItSleeps(hasFired::get, hasFired::get);
                });
        Expect.that(
                "it sleeps no longer than until the next timer is due",
                fired,
                () -> "a timer of 20 ms did not fire while the loop slept");
    }

    @Test
    @Order(7)
    void events_are_asked_for_while_others_hand_in_all_the_time() throws Exception {
        var turns =
                Task.run(() -> {
                    var event = new EventFd();
                    var handIns = new AtomicInteger();
                    var loop = Task.current().loop();
                    loop.register(event);
                    loop.inbox.put(again(loop, handIns, event));
                    return whileItSleeps(() -> event.told > 0, handIns::get);
                });
        Expect.that(
                "what is handed in keeps the loop from sleeping, and not from asking for events",
                turns < HAND_INS,
                () -> "in %s turns no event was asked for".formatted(turns));
    }

    @Test
    @Order(8)
    void events_are_asked_for_while_tasks_are_ready_all_the_time() throws Exception {
        var turns =
                Task.run(() -> {
                    var event = new EventFd();
                    Task.current().loop().register(event);
                    var turn = 0;
                    while (event.told == 0 && turn < HAND_INS) {
                        Task.yield();
                        turn++;
                    }
                    return turn;
                });
        Expect.that(
                "a loop that always has something to run must not sleep, but it asks for events all the same",
                turns < HAND_INS,
                () -> "in %s turns no event was asked for".formatted(turns));
    }

    @Test
    @Order(9)
    void a_loop_that_has_slept_says_that_it_is_awake() throws Exception {
        var asleep =
                Task.run(() -> {
                    Task.sleep(ms(20));
                    return Task.current().loop().inbox.isOwnerAsleep();
                });
        Expect.that(
                "while tasks run nobody has to wake the loop: who hands something in would make a system call for nothing",
                !asleep,
                () -> "a timer has ended its sleep, and it is still said to be asleep");
    }

    /// What hands itself in again whenever it is run, as another thread would do it that is never done.
    private static Runnable again(EventLoop loop, AtomicInteger handIns, EventFd event) {
        return new Runnable() {
            @Override
            public void run() {
                if (event.told == 0 && handIns.incrementAndGet() < HAND_INS) {
                    loop.inbox.put(this);
                }
            }
        };
    }

    /// Lets the loop sleep, with this task parked, until somebody outside has seen something or has lost patience.
    private static <T> T whileItSleeps(BooleanSupplier seen, Supplier<T> result) {
        var task = Task.current();
        var waiting = Thread.currentThread();
        var found = new CompletableFuture<T>();
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    new Patience(PATIENCE).sees(seen);
                    found.complete(result.get());
                    LockSupport.unpark(waiting);
                    HandIn.wakeToTheEnd(task);
                });
        while (!found.isDone()) {
            LockSupport.park();
        }
        return found.join();
    }

    /// @return how many were run; the first that lies there is the last
    private static int handInAgainAndAgain(Task<?> task) {
        var ran = new AtomicInteger();
        var count = 0;
        while (count < HAND_INS && isRun(task.loop(), ran, count + 1)) {
            count++;
        }
        // that this task has ended is handed in as well
        Thread.ofPlatform().daemon().start(() -> HandIn.wakeToTheEnd(task));
        return count;
    }

    private static boolean isRun(EventLoop loop, AtomicInteger ran, int count) {
        loop.execute(ran::incrementAndGet);
        for (var spins = 0; spins < SPINS && ran.get() < count; spins++) {
            Thread.onSpinWait();
        }
        return ran.get() == count || new Patience(PATIENCE).sees(() -> ran.get() == count);
    }
}
