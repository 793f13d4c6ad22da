package echolab.selector;

import echolab.EchoMain;
import echolab.EchoOptions;
import echolab.EchoServer;
import echolab.EchoStep;
import java.io.IOException;

/// Step 02: one thread, a `Selector`, a small state machine a connection.
public final class SelectorStep implements EchoStep {

    public static void main(String[] args) {
        EchoMain.run(new SelectorStep(), args);
    }

    @Override
    public String id() {
        return "step02";
    }

    @Override
    public String title() {
        return "NIO selector";
    }

    @Override
    public EchoServer listen(EchoOptions options) throws IOException {
        return new SelectorServer(options);
    }
}
