package echolab.selector;

import static java.nio.channels.SelectionKey.OP_READ;

import echolab.EchoOptions;
import echolab.contract.Expect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// What does a connection do when the selector says that there is something to read? On a channel that brings what the test says.
@DisplayName("A read event")
class ReadEventTest {

    private final ScriptedChannel channel = new ScriptedChannel();
    private final ScriptedKey key = new ScriptedKey(channel).ready(OP_READ);
    private final List<Integer> told = new ArrayList<>();
    private Connection connection;

    @BeforeEach
    void connect() throws IOException {
        connection = new Connection(channel, key, EchoOptions.defaults().withObserver(told::add));
    }

    @AfterEach
    void nothing_was_refused() {
        Expect.that(
                "a channel is read, written and closed, and nothing else",
                channel.refusals().isEmpty(),
                () -> String.join("; ", channel.refusals()));
    }

    @Test
    @Order(1)
    void what_came_goes_back_and_nothing_else() {
        channel.comes("hello");

        connection.handle();

        Expect.that(
                "after the read the buffer is flipped, so that exactly the 5 bytes that came are written",
                channel.written().equals("hello"),
                () ->
                        "%d bytes were written: \"%s\""
                                .formatted(
                                        channel.written().length(),
                                        channel.written().replaceAll("\\P{Print}", "?")));
    }

    @Test
    @Order(2)
    void the_next_message_is_not_mixed_with_the_one_before() {
        channel.comes("hello").comes("you");

        connection.handle();
        connection.handle();

        Expect.that(
                "each message goes back once",
                channel.written().equals("helloyou"),
                () -> "written was \"" + channel.written() + "\"");
    }

    @Test
    @Order(3)
    @DisplayName("one event is one read: the others want their turn")
    void reads_once() {
        channel.comes("hello").comes("you");

        connection.handle();

        Expect.that(
                "a client that always has more must not keep the loop to itself; the selector tells us again",
                channel.reads() == 1,
                () -> "the connection read " + channel.reads() + " times for one event");
    }

    @Test
    @Order(4)
    void when_the_client_has_ended_its_side_the_connection_is_closed() {
        channel.ends();

        connection.handle();

        Expect.that(
                "read says -1 at the end of the stream; a channel that stays open is ready for ever, and the loop never sleeps again",
                !channel.isOpen(),
                () -> "the channel is still open");
    }

    @Test
    @Order(5)
    void a_read_that_finds_nothing_changes_nothing() {
        connection.handle();
        channel.comes("hello");
        connection.handle();

        Expect.that(
                "0 bytes are no end: the connection stays, and waits for the next event",
                channel.isOpen() && channel.written().equals("hello"),
                () ->
                        channel.isOpen()
                                ? "of the next message, written was \"" + channel.written() + "\""
                                : "the channel was closed");
    }

    @Test
    @Order(6)
    void the_observer_is_told_how_many_bytes_came_and_neither_of_nothing_nor_of_the_end() {
        channel.comes("hello");
        connection.handle();
        connection.handle();
        channel.ends();
        connection.handle();

        Expect.that(
                "it counts what was read: 5 bytes came, then none, then the end",
                told.equals(List.of(5)),
                () -> "it was told " + told);
    }
}
