package echolab.futures;

import echolab.EchoMain;
import echolab.EchoOptions;
import echolab.EchoServer;
import echolab.EchoStep;
import java.io.IOException;

/// Step 03: the selector of step 02 behind `CompletableFuture` reads and writes.
public final class FuturesStep implements EchoStep {

    public static void main(String[] args) {
        EchoMain.run(new FuturesStep(), args);
    }

    @Override
    public String id() {
        return "step03";
    }

    @Override
    public String title() {
        return "futures";
    }

    @Override
    public EchoServer listen(EchoOptions options) throws IOException {
        return new FuturesServer(options);
    }
}
