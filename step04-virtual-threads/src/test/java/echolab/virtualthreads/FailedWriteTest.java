package echolab.virtualthreads;

import echolab.contract.Expect;
import echolab.contract.Patience;
import echolab.contract.Warnings;
import java.net.SocketException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What is left of the limit of a write that failed, and who hears of it?
@DisplayName("A client whose write failed")
@Timeout(120)
class FailedWriteTest {

    private final ScriptedConversation talk = new ScriptedConversation();

    @AfterEach
    void close() {
        talk.close();
    }

    @Test
    @Order(1)
    void because_the_connection_broke_is_not_ended_later_by_an_interrupt() throws Exception {
        var interrupts = new AtomicInteger();
        var connection =
                new Connection(
                        new ScriptedSocket(
                                1,
                                ScriptedConversation.MESSAGE,
                                (_, _) -> {
                                    throw new SocketException("Broken pipe");
                                }),
                        ScriptedConversation.options());
        var after = new CountDownLatch(1);
        Thread.ofVirtual()
                .start(() -> {
                    connection.echo();
                    try {
                        Thread.sleep(ScriptedConversation.LIMIT.multipliedBy(3));
                    } catch (InterruptedException _) {
                        interrupts.incrementAndGet();
                    }
                    after.countDown();
                });
        after.await();

        Expect.that(
                "a write that failed has ended, too: nothing of its limit is left for what the thread does next",
                interrupts.get() == 0,
                () -> "the thread was interrupted after its conversation had ended");
    }

    @Test
    @Order(2)
    void is_lost_as_one_that_has_gone_is_lost() {
        try (var warnings = new Warnings(Connection.class.getName())) {
            talk.serve(1, (_, closed) -> closed.await());
            new Patience(ScriptedConversation.PATIENCE).sees(() -> talk.isOver());

            Expect.that(
                    "a write that is not taken in time fails with an IOException, which is nothing to warn of",
                    talk.isOver() && warnings.seen().isEmpty(),
                    () -> talk.isOver() ? "" + warnings.seen() : "it did not fail");
        }
    }
}
