package echolab.contract;

class ThreadsContractTest extends EchoContract {

    @Override
    protected Subject subject() {
        return Subject.of(new ThreadsStep());
    }
}
