package echolab.futures;

import echolab.contract.EchoContract;
import echolab.contract.Subject;

class FuturesContractTest extends EchoContract {

    @Override
    protected Subject subject() {
        return Subject.of(new FuturesStep());
    }
}
