package echolab.contract;

import echolab.EchoStep;
import echolab.contract.subjects.ThreadsStep;
import java.util.Set;

class ThreadsLimitsTest extends LimitsContract {

    @Override
    protected EchoStep step() {
        return new ThreadsStep();
    }

    @Override
    protected Set<Limit> kept() {
        // blocking threads are as frugal with system calls as can be: one read and one write
        return Set.of(
                Limit.HANDLER_KNOWS_NO_SELECTOR,
                Limit.STACK_TRACE_TELLS_THE_CONVERSATION,
                Limit.TWO_SYSCALLS_AN_ECHO);
    }
}
