package echolab.selector;

import static java.nio.channels.SelectionKey.OP_ACCEPT;
import static org.assertj.core.api.Assertions.assertThat;

import echolab.EchoOptions;
import echolab.contract.Patience;
import echolab.contract.Warnings;
import java.io.IOException;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// When does the acceptor take its interest back, and when does it ask again?
@DisplayName("The acceptor")
class AcceptorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
    void that_finds_nobody_goes_on_waiting() {
        acceptor.handle();

        assertThat(key.interestOps()).isEqualTo(OP_ACCEPT);
        assertThat(acceptor.millisUntilResume()).as("no limit for the sleep").isZero();
    }

    @Test
    void that_fails_pauses_for_a_tenth_of_a_second_and_asks_again_then() {
        listener.fails(Integer.MAX_VALUE);

        acceptor.handle();

        assertThat(key.watchesFor()).isEqualTo("nothing");
        assertThat(acceptor.millisUntilResume()).isBetween(1L, 100L);
        // a machine that stood still for the whole pause would see another: the longest of several
        // is looked at
        assertThat(new Patience(PATIENCE).sees(this::justPausedForLong)).isTrue();
        assertThat(new Patience(PATIENCE).sees(this::justPausedStaysPaused)).isTrue();
        assertThat(new Patience(PATIENCE).sees(this::resumes)).isTrue();
        assertThat(key.interestOps()).isEqualTo(OP_ACCEPT);
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
    void says_once_of_each_time_of_trouble_that_it_cannot_accept() {
        try (var warnings = new Warnings(Acceptor.class.getName())) {
            listener.fails(2);
            acceptor.handle();
            acceptor.handle();
            assertThat(warnings.seen()).hasSize(1);
        }
    }

    @Test
    void that_has_no_room_pauses_and_does_not_accept() throws IOException {
        try (var registered = ServerSocketChannel.open();
                var another = ServerSocketChannel.open()) {
            for (var channel : new ServerSocketChannel[] {registered, another}) {
                channel.configureBlocking(false);
                channel.register(selector, 0);
            }
            acceptor = acceptor(EchoOptions.defaults().withMaxConnections(1));

            acceptor.handle();

            assertThat(listener.accepts()).isZero();
            assertThat(key.watchesFor()).isEqualTo("nothing");
        }
    }

    private Acceptor acceptor(EchoOptions options) {
        key = new ScriptedKey(listener, selector).ready(OP_ACCEPT);
        key.interestOps(OP_ACCEPT);
        return new Acceptor(listener, key, options);
    }
}
