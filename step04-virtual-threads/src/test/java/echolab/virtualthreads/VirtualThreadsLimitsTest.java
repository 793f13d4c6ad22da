package echolab.virtualthreads;

import echolab.EchoStep;
import echolab.contract.Limit;
import echolab.contract.LimitsContract;
import java.util.EnumSet;
import java.util.Set;

class VirtualThreadsLimitsTest extends LimitsContract {

    @Override
    protected EchoStep step() {
        return new VirtualThreadsStep();
    }

    @Override
    protected Set<Limit> kept() {
        return EnumSet.of(
                Limit.IDLE_THREADS,
                Limit.HANDLER_KNOWS_NO_SELECTOR,
                Limit.STACK_TRACE_TELLS_THE_CONVERSATION);
    }
}
