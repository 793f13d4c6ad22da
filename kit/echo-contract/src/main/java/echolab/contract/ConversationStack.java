package echolab.contract;

import echolab.EchoOptions;
import echolab.contract.Limit.Verdict;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// Does a stack trace tell what the server was doing for its client? We look at the stack of the observer when the
/// third message is read: does it hold the method `echo` of the step? (A lambda inside it, `lambda$echo$0`, is another
/// method: the conversation itself has returned long ago.)
final class ConversationStack {

    private ConversationStack() {}

    static Verdict measure(Servers servers) throws IOException {
        var step = servers.step();
        var chunks = new AtomicInteger();
        var third = new AtomicReference<Throwable>();
        var options =
                EchoOptions.defaults()
                        .withObserver(_ -> {
                            if (chunks.incrementAndGet() == 3) {
                                third.set(new Throwable("third message"));
                                throw new IllegalStateException(third.get());
                            }
                        });
        try (var server = step.start(options);
                var client = servers.connect(server.address())) {
            client.echo(1);
            client.echo(1);
            client.send(1);
            client.expectEnd();
        }
        if (third.get() == null) {
            throw new AssertionError(
                    "the observer of %s saw %s chunks of 3".formatted(step.id(), chunks.get()));
        }
        return verdict(third.get().getStackTrace(), step.getClass().getPackageName());
    }

    private static Verdict verdict(StackTraceElement[] stack, String code) {
        var ofStep =
                Arrays.stream(stack)
                        .filter(frame -> frame.getClassName().startsWith(code + "."))
                        .map(StackTraceElement::getMethodName)
                        .toList();
        return new Verdict(
                ofStep.contains("echo"), "the step's methods on the stack were " + ofStep);
    }
}
