package echolab.selector;

import echolab.EchoStep;
import echolab.contract.Limit;
import echolab.contract.LimitsContract;
import java.util.EnumSet;
import java.util.Set;

class SelectorLimitsTest extends LimitsContract {

    @Override
    protected EchoStep step() {
        return new SelectorStep();
    }

    @Override
    protected Set<Limit> kept() {
        return EnumSet.of(Limit.IDLE_THREADS, Limit.TWO_SYSCALLS_AN_ECHO);
    }
}
