package echolab.epoll.loop;

import echolab.contract.Expect;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Which timers does a turn of the loop fire? The time is a number that the test says.
@DisplayName("Firing timers")
class FireTimersTest {

    private static final int MANY = 100;

    private final Timers timers = new Timers();
    private final List<String> fired = new ArrayList<>();

    @Test
    @Order(1)
    void all_whose_deadline_has_come_fire_in_the_order_of_their_deadlines() {
        set(30, "late");
        set(10, "first");
        set(20, "second");

        timers.fire(20);

        expect(
                "20 has come, so what was set for 10 and for 20 fires in this turn, and no more",
                "first",
                "second");
    }

    @Test
    @Order(2)
    void a_timer_that_has_fired_is_not_pending_and_never_fires_again() {
        var timer = set(10, "timer");

        timers.fire(10);
        timers.fire(10);

        expect("a timer fires once", "timer");
        Expect.that(
                "who sleeps asks isPending whether to sleep on: what has fired is not pending",
                !timer.isPending(),
                () -> "it is pending");
    }

    @Test
    @Order(3)
    void a_timer_that_was_cancelled_by_one_that_fired_before_it_does_not_fire() {
        var second = new ArrayList<Timers.Timer>();
        timers.set(
                10,
                () -> {
                    note("first");
                    second.forEach(timers::cancel);
                });
        second.add(set(10, "second"));

        timers.fire(10);

        expect(
                "the first action cancels the second timer, and a cancelled timer does not fire, even if its deadline came in the same turn",
                "first");
    }

    @Test
    @Order(4)
    @DisplayName("the clock may overflow: nanoTime counts from an arbitrary moment")
    void overflow() {
        set(Long.MIN_VALUE + 10, "soon");

        timers.fire(Long.MAX_VALUE - 10);

        expect(
                "the deadline is 21 ns ahead, behind the overflow of the clock; deadlines are compared by their difference");
        timers.fire(Long.MIN_VALUE + 10);
        expect("now it has come", "soon");
    }

    @Test
    @Order(5)
    void the_order_is_that_of_the_deadlines_and_not_of_their_places_in_the_heap() {
        set(10, "10");
        set(40, "40");
        set(20, "20");
        set(50, "50");
        set(30, "30");

        timers.fire(50);

        expect("all five are due, the earliest first", "10", "20", "30", "40", "50");
    }

    @Test
    @Order(6)
    void an_action_finds_its_own_timer_fired_and_may_set_another_even_an_earlier_one() {
        var own = new ArrayList<Timers.Timer>();
        var pending = new ArrayList<Boolean>();
        own.add(
                timers.set(
                        10,
                        () -> {
                            note("first");
                            pending.add(own.getFirst().isPending());
                            if (fired.size() == 1) {
                                set(5, "earlier");
                            }
                        }));

        timers.fire(10);
        timers.fire(10);

        expect(
                "the action sets a timer that is due before its own was: each fires once",
                "first",
                "earlier");
        Expect.that(
                "while an action runs its timer has fired, and is not to come any more",
                pending.equals(List.of(false)),
                () -> "it is pending");
    }

    @Test
    @Order(7)
    void an_action_that_throws_is_over_and_those_behind_it_are_due_still() {
        timers.set(
                10,
                () -> {
                    note("throws");
                    throw new IllegalStateException("thrown by an action");
                });
        set(20, "second");

        var thrown = new ArrayList<String>();
        for (var turn = 0; turn < 3; turn++) {
            try {
                timers.fire(20);
            } catch (IllegalStateException e) {
                thrown.add(e.getMessage());
            }
        }

        Expect.that(
                "the loop reports what an action throws, so fire lets it through, once",
                thrown.equals(List.of("thrown by an action")),
                () -> "in three turns it let through: " + thrown);
        expect("a timer fires once, though its action throws", "throws", "second");
    }

    @Test
    @Order(8)
    void an_action_runs_in_the_thread_that_fires_it() {
        var threads = new ArrayList<Thread>();
        timers.set(
                10,
                () -> {
                    threads.add(Thread.currentThread());
                    note("timer");
                });

        timers.fire(10);

        Expect.that(
                "what an action wakes or changes is the loop's own, without a lock",
                threads.equals(List.of(Thread.currentThread())),
                () -> "when fire returned it had run in " + threads);
    }

    private Timers.Timer set(long deadline, String name) {
        return timers.set(deadline, () -> note(name));
    }

    private void note(String name) {
        fired.add(name);
        if (fired.size() > MANY) {
            throw new AssertionError(name + " fires without end");
        }
    }

    private void expect(String why, String... names) {
        Expect.that(why, fired.equals(List.of(names)), () -> "fired: " + fired);
    }
}
