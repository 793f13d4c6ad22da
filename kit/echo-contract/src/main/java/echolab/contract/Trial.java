package echolab.contract;

import static org.assertj.core.api.Assertions.catchThrowable;

import echolab.EchoServer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// A test that somebody has written, tried on servers of which we know whether they are right. A test that refuses a right one is
/// wrong, and so is one that accepts a wrong one, or does not end.
public final class Trial {

    /// The test: it throws when the server is not right.
    @FunctionalInterface
    public interface Examiner {
        void examine(EchoServer server) throws Exception;
    }

    private static final Duration LIMIT = Duration.ofSeconds(8);

    private Trial() {}

    /// Wants the test to accept a server.
    public static void accepts(EchoServer server, String expectation, Examiner examiner) {
        var thrown = thrown(server, examiner);
        Expect.that(
                "your test accepts " + expectation,
                thrown == null,
                () -> "it refused it: " + thrown);
    }

    /// Wants the test to refuse a server.
    public static void refuses(EchoServer server, String expectation, Examiner examiner) {
        Expect.that(
                "your test refuses " + expectation,
                thrown(server, examiner) != null,
                () -> "it found nothing wrong");
    }

    /// @return what the test said; null when it said nothing
    private static Throwable thrown(EchoServer server, Examiner examiner) {
        var said = new CompletableFuture<Throwable>();
        var thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("your test")
                        .start(() -> said.complete(catchThrowable(() -> examiner.examine(server))));
        try {
            Patience.until(
                    LIMIT,
                    said::isDone,
                    () ->
                            "your test ends, whatever the server does\n"
                                    + Expect.SEEN
                                    + "it did not end");
            return said.join();
        } finally {
            thread.interrupt();
            // it may wait for a client whom the test has forgotten
            Closing.of(server);
        }
    }
}
