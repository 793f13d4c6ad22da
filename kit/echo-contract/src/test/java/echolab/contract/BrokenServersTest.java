package echolab.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import echolab.EchoStep;
import echolab.contract.loops.BrokenLoops;
import echolab.contract.loops.LoopStep;
import echolab.contract.subjects.BrokenSteps;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Can the cases fail? Each broken server breaks the case that is about it, with a message that says what was seen.
@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere some cases cannot look")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@Tag("stress")
class BrokenServersTest {

    private EchoContract contract;

    /// The contract with clients of little patience.
    private EchoContract against(EchoStep step) {
        return against(step, Duration.ofMillis(500));
    }

    private EchoContract against(EchoStep step, Duration patience) {
        contract =
                new EchoContract() {
                    @Override
                    protected Subject subject() {
                        return Subject.of(step);
                    }

                    @Override
                    protected Duration patience() {
                        return patience;
                    }
                };
        return contract;
    }

    @AfterEach
    void close() {
        if (contract != null) {
            contract.closeServers();
        }
    }

    @Test
    void aServerThatDropsPartOfAWriteLosesBytes() {
        assertFails(
                against(new BrokenSteps.DropsPartialWrites())::manyBytes,
                "that came back is not byte");
    }

    @Test
    void aServerThatSwapsBytesIsFoundOut() {
        assertFails(
                against(new BrokenSteps.SwapsBytes())::randomSizes, "that came back is not byte");
    }

    @Test
    void aServerThatIgnoresEndOfStreamLeavesTheClientWaiting() {
        assertFails(
                against(new BrokenSteps.IgnoresEndOfStream())::halfCloseAtOnce,
                "nothing came for 500 ms; expected the connection to end");
    }

    @Test
    void aServerThatBuffersWithoutLimitTakesWhatNobodyReads() {
        assertFails(
                against(new BrokenSteps.BuffersWithoutLimit())::lateReader,
                "before the client read a byte: it buffers without limit");
    }

    @Test
    void aServerThatServesOneAtATimeStarvesTheOthers() {
        assertFails(
                against(new BrokenSteps.ServesOneAtATime())::slowSenders,
                "nothing came for 500 ms");
        assertFails(contract::flood, "nothing came for 500 ms");
    }

    @Test
    void aServerThatResetsOnAHalfCloseIsFoundOut() {
        assertFails(against(new BrokenSteps.ResetsOnHalfClose())::halfCloseAtOnce, "reset");
    }

    @Test
    void aLoopThatDiesOfAResetIsFoundOut() {
        assertThatThrownBy(against(new BrokenLoops.DiesOfAReset())::resetWhileWriting)
                .hasMessageMatching(
                        ".*after 1 of 107 bytes.*|cannot connect to .*|Connection reset.*|Broken pipe");
    }

    @Test
    void aLoopThatDiesOfItsHandlerIsFoundOut() {
        assertFails(against(new BrokenLoops.DiesOfAHandler())::handlerThrows, "after 1 of 2 bytes");
    }

    @Test
    void aLoopThatTriesAcceptAgainAtOnceIsSeenToUseTheCpu() {
        assertFails(
                against(new BrokenLoops.AcceptsAgainAtOnce())::descriptorExhaustion,
                "while it waited for a descriptor, the server used");
    }

    @Test
    void aLoopThatKeepsDescriptorsIsSeenToHoldThem() {
        assertFails(
                against(new BrokenLoops.LeaksDescriptors())::connectsAndCloses,
                "descriptors are open after 10,000 connects and closes");
    }

    @Test
    void aLoopThatStaysWithOneConnectionStarvesTheOthers() {
        assertFails(
                against(new BrokenLoops.Greedy(), Duration.ofSeconds(3))::flood,
                "nothing came for 3 s");
    }

    @Test
    void a_loop_that_gives_way_too_late_is_seen_to_share_badly() {
        assertFails(
                against(new BrokenLoops.StaysTooLong(), Duration.ofMinutes(1))::flood,
                "two floods had",
                "a fair server would do less than");
    }

    @Test
    void aCloseThatLeavesConnectionsOpenIsFoundOut() {
        assertFails(
                against(new BrokenLoops.LeavesConnectionsOpen())::closeWhileIdle,
                "nothing came for 500 ms; expected the connection to end");
    }

    @Test
    void aCloseThatNeverCutsIsFoundOut() {
        assertFails(against(new BrokenLoops.NeverCuts())::closeWhileIdle, "close has not returned");
    }

    @Test
    void aLimitThatIsDeclaredKeptAndIsNotFails() {
        var declared = declaring(Limit.HANDLER_KNOWS_NO_SELECTOR);
        assertFails(
                () -> declared.test(Limit.HANDLER_KNOWS_NO_SELECTOR),
                "loop is declared to keep \"the class that holds the conversation",
                "Selector");
    }

    @Test
    void aLimitThatIsDeclaredBrokenAndIsKeptFails() {
        var declared = declaring();
        assertFails(
                () -> declared.test(Limit.IDLE_THREADS),
                "loop is declared to break \"2,000 idle connections",
                "threads with 2,000 idle connections");
    }

    private static LimitsContract declaring(Limit... kept) {
        return new LimitsContract() {
            @Override
            protected EchoStep step() {
                return new LoopStep();
            }

            @Override
            protected Set<Limit> kept() {
                return Set.of(kept);
            }
        };
    }

    @Test
    void the_loop_that_they_differ_from_keeps_the_same_cases() throws IOException {
        var kept = against(new LoopStep(), Duration.ofMinutes(1));
        kept.resetWhileWriting();
        kept.handlerThrows();
        kept.flood();
        kept.closeWhileIdle();
    }

    private static void assertFails(ThrowingCallable testCase, String... seen) {
        assertThatThrownBy(testCase).hasMessageContainingAll(seen);
    }
}
