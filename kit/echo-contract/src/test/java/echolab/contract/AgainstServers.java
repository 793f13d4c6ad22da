package echolab.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import echolab.EchoStep;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.opentest4j.TestAbortedException;

/// What holds a case of the contract against a server, and looks at what it says.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@Tag("stress")
abstract class AgainstServers {

    EchoContract contract;

    /// The contract with clients of little patience.
    EchoContract against(EchoStep step) {
        return against(step, Duration.ofMillis(500));
    }

    /// For a case that starts the server as another process. That one may get no CPU for as long, and [Patience] cannot see it.
    EchoContract againstAProcessOf(EchoStep step) {
        return against(step, Duration.ofSeconds(5));
    }

    EchoContract against(EchoStep step, Duration patience) {
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

                    @Override
                    public int shortConnections() {
                        return 5_000;
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

    /// A case that may not be able to look: one that goes by the clock takes the server's side where it looked too late. So a busy machine
    /// makes it keep a wrong one now and then, but not each time.
    static ThrowingCallable sometimes(ThrowingCallable testCase) {
        return () -> {
            for (var i = 0; i < 20; i++) {
                testCase.call();
            }
        };
    }

    /// A case that does not apply here, for want of a right or a program, has refused nothing.
    static void assertFails(ThrowingCallable testCase, String... seen) {
        var thrown = catchThrowable(testCase);
        if (thrown instanceof TestAbortedException notApplicable) {
            throw notApplicable;
        }
        assertThat(thrown).as("what the case said").hasMessageContainingAll(seen);
    }
}
