package echolab.blocking;

import echolab.EchoStep;
import echolab.contract.Limit;
import echolab.contract.LimitsContract;
import java.util.EnumSet;
import java.util.Set;

class BlockingLimitsTest extends LimitsContract {

    @Override
    protected EchoStep step() {
        return new BlockingStep();
    }

    @Override
    protected Set<Limit> kept() {
        return EnumSet.of(
                Limit.HANDLER_KNOWS_NO_SELECTOR,
                Limit.STACK_TRACE_TELLS_THE_CONVERSATION,
                Limit.TWO_SYSCALLS_AN_ECHO);
    }
}
