package echolab.virtualthreads;

import echolab.contract.EchoContract;
import echolab.contract.Subject;

class VirtualThreadsContractTest extends EchoContract {

    @Override
    protected Subject subject() {
        return Subject.of(new VirtualThreadsStep());
    }
}
