package echolab.virtualthreads;

import echolab.contract.Expect;
import echolab.contract.Patience;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What is left of the limit of a write that its client took in time?
@DisplayName("A client that takes all in time")
@Timeout(120)
class TakesInTimeTest {

    private final ScriptedConversation talk = new ScriptedConversation();

    @AfterEach
    void close() {
        talk.close();
    }

    @Test
    @Order(1)
    void in_time_is_not_ended_later() {
        talk.expectServed(1, (_, _) -> {});

        new Patience(ScriptedConversation.LIMIT.multipliedBy(3)).sees(() -> false);
        Expect.that(
                "when a write has ended, nothing of its limit is left: what waits now is a read, and waits as long as it likes",
                !talk.isCut() && !talk.isOver(),
                () -> "the connection was ended although the write was long over");
    }

    @Test
    @Order(2)
    void or_takes_all_is_cut_when_the_server_closes_meanwhile() {
        talk.serve(1, (_, _) -> talk.interrupt());

        Expect.that(
                "an interrupt that is not of the limit's is not lost in a write: it ends the read that comes next",
                new Patience(ScriptedConversation.PATIENCE)
                        .sees(() -> talk.isCut() && talk.isOver()),
                () -> "the next read waits");
    }

    @Test
    @Order(3)
    void leaves_nobody_behind_who_looked_at_the_clock() {
        var writes = 40;
        var before = ManagementFactory.getThreadMXBean().getThreadCount();
        talk.expectServed(writes, (_, _) -> {});

        Expect.that(
                "when a write has ended, no thread is left of its limit",
                new Patience(ScriptedConversation.PATIENCE)
                        .sees(() ->
                                ManagementFactory.getThreadMXBean().getThreadCount()
                                        < before + writes),
                () -> "after %s writes each has left one".formatted(writes));
    }
}
