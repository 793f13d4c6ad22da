package echolab.contract;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// What every echo server must do. The cases stand in the groups that this class implements; a step's test says how
/// to start the step, and inherits them all:
///
/// ```java
/// class SelectorContractTest extends EchoContract {
///     @Override
///     protected Subject subject() {
///         return Subject.of(new SelectorStep());
///     }
/// }
/// ```
///
/// Every client gives up with a sentence long before the limit of a whole case ends it.
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(CaseOrder.class)
@ExtendWith(Obituary.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
public abstract class EchoContract
        implements BytesCases,
                EndCases,
                MemoryCases,
                CrowdCases,
                ProcessCases,
                CloseCases,
                FailureCases,
                AddressCases,
                OptionCases,
                VanishedClientCases,
                FuzzCases {

    private Servers servers;

    /// What is held against the contract.
    protected abstract Subject subject();

    /// For how long nothing may move before a client gives up.
    protected Duration patience() {
        return Duration.ofSeconds(15);
    }

    @Override
    public final Servers servers() {
        if (servers == null) {
            servers = new Servers(subject(), patience());
        }
        return servers;
    }

    @AfterAll
    final void closeServers() {
        if (servers != null) {
            servers.close();
        }
    }
}
