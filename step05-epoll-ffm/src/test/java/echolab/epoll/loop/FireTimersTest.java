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
                    fired.add("first");
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

    private Timers.Timer set(long deadline, String name) {
        return timers.set(deadline, () -> fired.add(name));
    }

    private void expect(String why, String... names) {
        Expect.that(why, fired.equals(List.of(names)), () -> "fired: " + fired);
    }
}
