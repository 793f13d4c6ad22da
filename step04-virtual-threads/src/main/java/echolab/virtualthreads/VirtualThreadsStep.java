package echolab.virtualthreads;

import echolab.EchoMain;
import echolab.EchoOptions;
import echolab.EchoServer;
import echolab.EchoStep;
import java.io.IOException;

/// Step 04: the code of step 01 on virtual threads.
public final class VirtualThreadsStep implements EchoStep {

    public static void main(String[] args) {
        EchoMain.run(new VirtualThreadsStep(), args);
    }

    @Override
    public String id() {
        return "step04";
    }

    @Override
    public String title() {
        return "virtual threads";
    }

    @Override
    public EchoServer listen(EchoOptions options) throws IOException {
        return new VirtualThreadsServer(options);
    }
}
