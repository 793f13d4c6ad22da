package echolab.selector;

import static java.nio.channels.SelectionKey.OP_READ;

import echolab.EchoOptions;
import echolab.contract.Expect;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// What happens to the set of keys that the selector found ready? The set is the selector's own: it adds to it at each turn.
@DisplayName("A turn of the loop")
class HandleEventsTest {

    private final Set<SelectionKey> selected = new LinkedHashSet<>();

    @Test
    @Order(1)
    void every_channel_that_is_ready_is_handled() throws IOException {
        var first = ready();
        var second = ready();

        SelectorServer.handleEvents(selected);

        Expect.that(
                "each key that was selected has its handler called",
                first.reads() == 1 && second.reads() == 1,
                () ->
                        "the first channel was read %d times, the second %d times"
                                .formatted(first.reads(), second.reads()));
    }

    @Test
    @Order(2)
    void at_the_next_turn_only_what_is_ready_then_is_handled() throws IOException {
        var first = ready();
        SelectorServer.handleEvents(selected);
        ready();

        SelectorServer.handleEvents(selected);

        Expect.that(
                "a turn handles what is ready in this turn, and not once more what was ready in one before",
                first.reads() == 1,
                () -> "a channel that was ready once was read " + first.reads() + " times");
    }

    @Test
    @Order(3)
    void a_channel_that_was_closed_in_the_same_turn_is_left_alone() throws IOException {
        var closed = ready();
        closed.close();
        var open = ready();

        SelectorServer.handleEvents(selected);

        Expect.that(
                "a handler may close another's channel, whose key is in the set still: the loop asks isValid and goes on",
                closed.reads() == 0 && open.reads() == 1,
                () ->
                        "the closed channel was read %d times, the open one %d times"
                                .formatted(closed.reads(), open.reads()));
    }

    private ScriptedChannel ready() throws IOException {
        var channel = new ScriptedChannel();
        var key = new ScriptedKey(channel).ready(OP_READ);
        key.attach(new Connection(channel, key, EchoOptions.defaults()));
        selected.add(key);
        return channel;
    }
}
