package echolab.contract;

import echolab.contract.subjects.ThreadsStep;
import org.junit.jupiter.api.Tag;

@Tag("stress")
class ThreadsContractTest extends EchoContract {

    @Override
    protected Subject subject() {
        return Subject.of(new ThreadsStep());
    }
}
