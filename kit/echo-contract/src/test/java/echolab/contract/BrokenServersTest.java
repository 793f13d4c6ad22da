package echolab.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import echolab.EchoStep;
import echolab.contract.subjects.BrokenSteps;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Can the cases fail? Each broken server breaks the case that is about it, with a message that says what was seen.
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class BrokenServersTest {

    private EchoContract contract;

    /// The contract with clients of little patience.
    private EchoContract against(EchoStep step) {
        contract =
                new EchoContract() {
                    @Override
                    protected Subject subject() {
                        return Subject.of(step);
                    }

                    @Override
                    protected Duration patience() {
                        return Duration.ofMillis(500);
                    }
                };
        return contract;
    }

    @AfterEach
    void close() {
        contract.closeServers();
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
                "bytes that the server took before the client read the first one");
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

    private static void assertFails(ThrowingCallable testCase, String... seen) {
        assertThatThrownBy(testCase).hasMessageContainingAll(seen);
    }
}
