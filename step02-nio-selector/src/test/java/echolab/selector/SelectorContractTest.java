package echolab.selector;

import echolab.contract.EchoContract;
import echolab.contract.Subject;

class SelectorContractTest extends EchoContract {

    @Override
    protected Subject subject() {
        return Subject.of(new SelectorStep());
    }
}
