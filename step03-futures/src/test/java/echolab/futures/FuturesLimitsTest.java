package echolab.futures;

import echolab.EchoStep;
import echolab.contract.Limit;
import echolab.contract.LimitsContract;
import java.util.EnumSet;
import java.util.Set;

class FuturesLimitsTest extends LimitsContract {

    @Override
    protected EchoStep step() {
        return new FuturesStep();
    }

    @Override
    protected Set<Limit> kept() {
        return EnumSet.of(
                Limit.IDLE_THREADS, Limit.HANDLER_KNOWS_NO_SELECTOR, Limit.TWO_SYSCALLS_AN_ECHO);
    }
}
