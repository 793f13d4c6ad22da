package echolab.contract;

import echolab.contract.subjects.ThreadsStep;

class ThreadsContractTest extends EchoContract {

    @Override
    protected Subject subject() {
        return Subject.of(new ThreadsStep());
    }
}
