package echolab.selector;

import static java.nio.channels.SelectionKey.OP_READ;
import static java.nio.channels.SelectionKey.OP_WRITE;

import echolab.EchoOptions;
import echolab.contract.Expect;
import echolab.contract.Patience;
import echolab.contract.Warnings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// What happens to the set of keys that the selector found ready? The set is the selector's own: it adds to it at each turn.
@DisplayName("A turn of the loop")
class HandleEventsTest {

    /// In which nothing may happen that a wrong answer would do at once.
    private static final Duration MOMENT = Duration.ofMillis(300);

    private final Set<SelectionKey> selected = new LinkedHashSet<>();

    @Test
    @Order(1)
    void every_channel_that_is_ready_is_handled() throws IOException {
        var first = ready();
        var second = ready();

        Expect.that(
                "the set may be changed behind the loop over it, by its iterator, or in a copy, but not within",
                () -> SelectorServer.handleEvents(selected));

        Expect.that(
                "each key that was selected has its handler called, once",
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

        handleWithoutWarnings();

        Expect.that(
                "a handler may close another's channel, whose key is in the set still: the loop asks isValid and goes on",
                closed.reads() == 0 && open.reads() == 1,
                () ->
                        "the closed channel was read %d times, the open one %d times"
                                .formatted(closed.reads(), open.reads()));
    }

    @Test
    @Order(4)
    void whether_a_channel_was_closed_is_asked_when_its_turn_has_come() throws IOException {
        var channels = new ArrayList<ScriptedChannel>();
        for (var i = 0; i < 2; i++) {
            channels.add(ready(self -> closeAllBut(self, channels)));
        }

        handleWithoutWarnings();

        var reads = channels.stream().mapToInt(ScriptedChannel::reads).sum();
        Expect.that(
                "of two handlers that close each other's channel, the first that is called leaves the other nothing to do",
                reads == 1,
                () -> "the two channels were read %d times".formatted(reads));
    }

    @Test
    @Order(5)
    void a_channel_that_has_room_to_write_is_handled_as_well() throws IOException {
        var channel = new ScriptedChannel();
        var key = new ScriptedKey(channel).ready(OP_WRITE);
        key.interestOps(OP_WRITE);
        var connection = new Connection(channel, key, EchoOptions.defaults());
        connection.buffer.put("rest".getBytes(StandardCharsets.US_ASCII)).flip();
        key.attach(connection);
        selected.add(key);

        SelectorServer.handleEvents(selected);

        Expect.that(
                "what a key is ready for is its handler's business: the loop calls it",
                channel.written().equals("rest"),
                () -> "nothing was written of what was left, \"rest\"");
    }

    @Test
    @Order(6)
    void a_key_stays_as_its_handler_left_it() throws IOException {
        ready();
        var key = (ScriptedKey) selected.iterator().next();

        SelectorServer.handleEvents(selected);

        Expect.that(
                "taken out of the set, a key is still registered: the client may send again",
                key.isValid() && key.watchesFor().equals("reading"),
                () -> key.isValid() ? "it watches for " + key.watchesFor() : "it was cancelled");
    }

    @Test
    @Order(7)
    void handlers_are_called_one_after_the_other_by_the_thread_of_the_loop() throws IOException {
        var threads = ConcurrentHashMap.<Thread>newKeySet();
        var patience = new Patience(MOMENT);
        for (var i = 0; i < 8; i++) {
            ready(_ -> {
                threads.add(Thread.currentThread());
                patience.sees(() -> threads.size() > 1);
            });
        }

        SelectorServer.handleEvents(selected);

        Expect.that(
                "nothing in this step has a lock, since all of it runs on one thread",
                threads.equals(Set.of(Thread.currentThread())),
                () -> "handlers were called by " + threads);
    }

    /// Whose channel is closed has a handler that must not be called: it logs what its key throws.
    private void handleWithoutWarnings() {
        try (var warnings = new Warnings(Connection.class.getName())) {
            SelectorServer.handleEvents(selected);
            Expect.that(
                    "the handler of a channel that is closed is not called: its key throws at whatever it is asked",
                    warnings.seen().isEmpty(),
                    () -> "it was called, and logged: " + warnings.seen());
        }
    }

    private static void closeAllBut(ScriptedChannel self, List<ScriptedChannel> channels) {
        for (var channel : channels) {
            if (channel != self) {
                close(channel);
            }
        }
    }

    private static void close(ScriptedChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ScriptedChannel ready() throws IOException {
        return ready(_ -> {});
    }

    private ScriptedChannel ready(Consumer<ScriptedChannel> whenRead) throws IOException {
        var channel = new ScriptedChannel().comes("hello");
        var key = new ScriptedKey(channel).ready(OP_READ);
        var options = EchoOptions.defaults().withObserver(_ -> whenRead.accept(channel));
        key.attach(new Connection(channel, key, options));
        selected.add(key);
        return channel;
    }
}
