package echolab.epoll;

import echolab.EchoStep;
import echolab.contract.Limit;
import echolab.contract.LimitsContract;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "step 05 calls Linux's epoll")
class EpollLimitsTest extends LimitsContract {

    @Override
    protected EchoStep step() {
        return new EpollStep();
    }

    @Override
    protected Set<Limit> kept() {
        return EnumSet.allOf(Limit.class);
    }
}
