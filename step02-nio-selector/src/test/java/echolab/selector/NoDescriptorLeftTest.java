package echolab.selector;

import static java.nio.channels.SelectionKey.OP_ACCEPT;

import echolab.EchoOptions;
import echolab.contract.Expect;
import echolab.contract.Patience;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What does the acceptor do while it cannot accept, and when does it try again?
@DisplayName("An acceptor")
@Timeout(120)
class NoDescriptorLeftTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ScriptedListener listener = new ScriptedListener();
    private Selector selector;
    private ScriptedKey key;
    private Acceptor acceptor;

    @BeforeEach
    void open() throws IOException {
        selector = Selector.open();
        acceptor = acceptor(EchoOptions.defaults());
    }

    @AfterEach
    void close() throws IOException {
        selector.close();
    }

    @Test
    @Order(1)
    void that_finds_nobody_goes_on_waiting() {
        acceptor.handle();

        expectWatched("nobody waits, so there is nothing to pause for", OP_ACCEPT);
        Expect.that(
                "the loop may sleep until something happens",
                acceptor.millisUntilResume() == 0,
                () -> "it may sleep for %s ms".formatted(acceptor.millisUntilResume()));
    }

    @Test
    @Order(2)
    void that_fails_does_not_keep_the_loop_waiting() {
        listener.fails(Integer.MAX_VALUE);
        var before = waits();
        acceptor.handle();
        var after = waits();

        Expect.that(
                "no handler waits: while the thread of the loop sleeps, nobody is served who is connected already",
                after == before,
                () -> "it waited %s times".formatted(after - before));
        Expect.that(
                "what has failed now fails a moment later, too: one try for one event",
                listener.accepts() == 1,
                () -> "accept was called %s times".formatted(listener.accepts()));
    }

    @Test
    @Order(3)
    void that_fails_takes_its_interest_back() {
        listener.fails(Integer.MAX_VALUE);
        acceptor.handle();

        expectWatched(
                "the client stays in the backlog, and the listener ready: who keeps the interest is told so in every turn",
                0);
        Expect.that(
                "its clients wait for better times: the listener stays open and registered",
                listener.isOpen() && key.isValid(),
                () -> "the listener or its key was given up");
    }

    @Test
    @Order(4)
    void that_fails_tries_again_after_a_tenth_of_a_second() {
        listener.fails(Integer.MAX_VALUE);
        acceptor.handle();

        Expect.that(
                "the loop is told for how long it may sleep: 100 ms at most",
                acceptor.millisUntilResume() >= 1 && acceptor.millisUntilResume() <= 100,
                () -> "it may sleep for %s ms".formatted(acceptor.millisUntilResume()));
        // a machine that stood still for the whole pause would see another: one of several must be
        // long
        Expect.that(
                "a pause lasts for 100 ms",
                new Patience(PATIENCE).sees(this::justPausedForLong),
                () -> "no pause was longer than 50 ms");
        Expect.that(
                "it does not ask again before",
                new Patience(PATIENCE).sees(this::justPausedStaysPaused),
                () -> "it asked at once, each time");
        Expect.that(
                "when the pause is over, it is interested in clients again",
                new Patience(PATIENCE).sees(this::resumes),
                () -> "it is interested in " + key.watchesFor());
    }

    @Test
    @Order(5)
    void that_fails_again_pauses_again() {
        listener.fails(Integer.MAX_VALUE);
        acceptor.handle();
        Expect.that(
                "when the pause is over, it is interested in clients again",
                new Patience(PATIENCE).sees(this::resumes),
                () -> "it is interested in " + key.watchesFor());

        acceptor.handle();

        expectWatched(
                "what the log says once has to be done each time: it pauses after each failure of a row",
                0);
        Expect.that(
                "and each pause lasts for 100 ms",
                new Patience(PATIENCE).sees(this::justPausedForLong),
                () -> "no pause was longer than 50 ms");
    }

    private boolean justPausedForLong() {
        acceptor.handle();
        return acceptor.millisUntilResume() > 50;
    }

    private boolean justPausedStaysPaused() {
        acceptor.handle();
        return !resumes();
    }

    private boolean resumes() {
        acceptor.resumeIfDue();
        return key.interestOps() == OP_ACCEPT;
    }

    @Test
    @Order(6)
    void that_fails_again_and_again_says_so_once() {
        var logged = new ArrayList<String>();
        var log = Logger.getLogger(Acceptor.class.getName());
        log.setFilter(entry -> logged.add(new SimpleFormatter().format(entry)));
        try {
            listener.fails(3);
            for (var i = 0; i < 3; i++) {
                acceptor.handle();
            }
        } finally {
            log.setFilter(null);
        }

        Expect.that(
                "whoever reads the log is told once, and what the system said",
                logged.size() == 1 && logged.getFirst().contains("Too many open files"),
                () -> "%s times something was logged: %s".formatted(logged.size(), logged));
    }

    @Test
    @Order(7)
    void that_has_no_room_pauses_and_does_not_accept() throws IOException {
        try (var registered = ServerSocketChannel.open();
                var another = ServerSocketChannel.open()) {
            for (var channel : new ServerSocketChannel[] {registered, another}) {
                channel.configureBlocking(false);
                channel.register(selector, 0);
            }
            acceptor = acceptor(EchoOptions.defaults().withMaxConnections(1));

            acceptor.handle();

            Expect.that(
                    "a server that is full accepts nobody",
                    listener.accepts() == 0,
                    () -> "accept was called %s times".formatted(listener.accepts()));
            expectWatched("a server that is full pauses", 0);
        }
    }

    private void expectWatched(String why, int ops) {
        Expect.that(
                why,
                key.interestOps() == ops,
                () -> "the key is interested in " + key.watchesFor());
    }

    /// How often this thread has waited so far, for whatever.
    private static long waits() {
        var id = Thread.currentThread().threadId();
        return ManagementFactory.getThreadMXBean().getThreadInfo(id).getWaitedCount();
    }

    private Acceptor acceptor(EchoOptions options) {
        key = new ScriptedKey(listener, selector).ready(OP_ACCEPT);
        key.interestOps(OP_ACCEPT);
        return new Acceptor(listener, key, options);
    }
}
