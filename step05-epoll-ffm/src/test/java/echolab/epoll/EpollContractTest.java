package echolab.epoll;

import echolab.contract.EchoContract;
import echolab.contract.Subject;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "step 05 calls Linux's epoll")
class EpollContractTest extends EchoContract {

    @Override
    protected Subject subject() {
        return Subject.of(new EpollStep());
    }
}
