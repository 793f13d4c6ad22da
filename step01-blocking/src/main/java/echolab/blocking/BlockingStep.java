package echolab.blocking;

import echolab.EchoMain;
import echolab.EchoOptions;
import echolab.EchoServer;
import echolab.EchoStep;
import java.io.IOException;

/// Step 01: one platform thread a connection, plain blocking streams.
public final class BlockingStep implements EchoStep {

    public static void main(String[] args) {
        EchoMain.run(new BlockingStep(), args);
    }

    @Override
    public String id() {
        return "step01";
    }

    @Override
    public String title() {
        return "blocking threads";
    }

    @Override
    public EchoServer listen(EchoOptions options) throws IOException {
        return new BlockingServer(options);
    }
}
