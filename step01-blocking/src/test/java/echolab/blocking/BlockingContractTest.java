package echolab.blocking;

import echolab.contract.EchoContract;
import echolab.contract.Subject;

class BlockingContractTest extends EchoContract {

    @Override
    protected Subject subject() {
        return Subject.of(new BlockingStep());
    }
}
