package echolab.selector;

import static java.nio.channels.SelectionKey.OP_WRITE;

import echolab.EchoOptions;
import echolab.contract.Expect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// What becomes of the bytes that the kernel does not take? Ten bytes are to be written, on a channel that takes as many as the test
/// says.
@DisplayName("Writing")
class PartialWriteTest {

    private final ScriptedChannel channel = new ScriptedChannel();
    private final ScriptedKey key = new ScriptedKey(channel);
    private Connection connection;

    @BeforeEach
    void tenBytesToWrite() throws IOException {
        connection = new Connection(channel, key, EchoOptions.defaults());
        connection.buffer.put("0123456789".getBytes(StandardCharsets.US_ASCII)).flip();
        key.ready(OP_WRITE);
    }

    @Test
    @Order(1)
    void when_the_kernel_takes_all_all_is_written_once() {
        event();

        expectWritten("0123456789");
        expectWatched("all is written, so there is nothing to do but read", "reading");
    }

    @Test
    @Order(2)
    void when_the_kernel_takes_only_some_the_selector_is_asked_to_tell_when_there_is_room() {
        channel.takes(3);

        event();

        expectWritten("012");
        expectWatched(
                "7 of 10 bytes are left, so we must hear when there is room, and read no more until they are gone",
                "writing");
    }

    @Test
    @Order(3)
    void the_rest_is_written_when_there_is_room_in_order_and_nothing_twice() {
        channel.takes(3).takes(0).takes(4);

        for (var event = 0; event < 4; event++) {
            event();
        }

        expectWritten("0123456789");
    }

    @Test
    @Order(4)
    void once_the_rest_is_written_we_wait_for_bytes_again_and_no_longer_for_room() {
        channel.takes(3);

        event();
        event();

        expectWatched(
                "a socket is nearly always writable: who stays interested in writing is woken all the time",
                "reading");
        Expect.that(
                "the buffer is cleared for the next read",
                connection.buffer.remaining() == connection.buffer.capacity(),
                () ->
                        "it has room for %s of %s bytes"
                                .formatted(
                                        connection.buffer.remaining(),
                                        connection.buffer.capacity()));
    }

    @AfterEach
    void nothing_was_refused() {
        Expect.that(
                "a write that takes nothing is no reason to try again at once: the selector tells when there is room",
                channel.refusals().isEmpty(),
                () -> String.join("; ", channel.refusals()));
    }

    private void event() {
        channel.event();
        connection.handle();
    }

    private void expectWritten(String bytes) {
        Expect.that(
                "the channel was given the bytes " + bytes,
                channel.written().equals(bytes),
                () -> "it was given " + channel.written());
    }

    private void expectWatched(String why, String expected) {
        Expect.that(
                why + ": interested in " + expected,
                key.watchesFor().equals(expected),
                () -> "the key is interested in " + key.watchesFor());
    }
}
