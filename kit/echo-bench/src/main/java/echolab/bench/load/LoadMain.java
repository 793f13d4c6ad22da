package echolab.bench.load;

import echolab.process.ProcessFigures;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/// The load process: reads a [Request] a line, does it, answers with a line. It has no options and no life of its own:
/// when its standard input ends, because the coordinator did, so does it.
public final class LoadMain {

    private static final ProcessFigures OWN = new ProcessFigures(ProcessHandle.current());

    /// The connections to one server, and the loop that goes on with the connection after the last one of the slice before.
    private record Client(Exchange exchange, OpenLoop open) {}

    private final Map<Integer, Client> clients = new HashMap<>();

    private LoadMain() {}

    public static void main(String[] args) throws IOException {
        Locale.setDefault(Locale.ROOT); // a program reads what we say
        var load = new LoadMain();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var request = JsonLine.read(line, Request.class);
            System.out.println(JsonLine.of(load.answer(request)));
            System.out.flush();
        }
    }

    private Answer answer(Request request) {
        try {
            return switch (request) {
                case Request.Connect connect -> connect(connect);
                case Request.Slice(var target, var millis, var rate) ->
                        slice(clients.get(target), Duration.ofMillis(millis), rate);
                case Request.Churn(var target, var millis, var count) -> {
                    var brief = new ShortConnections(clients.get(target).exchange());
                    yield seen(() -> brief.slice(Duration.ofMillis(millis), count), () -> 0);
                }
                case Request.Disconnect(var target) -> disconnect(target);
            };
        } catch (IOException | UncheckedIOException e) {
            return new Answer.Failed(String.valueOf(e.getMessage()));
        }
    }

    private Answer connect(Request.Connect connect) throws IOException {
        var exchange = new Exchange(connect.messageSize());
        clients.put(connect.target(), new Client(exchange, new OpenLoop(exchange)));
        exchange.connect(connect.address(), connect.connections());
        return new Answer.Done();
    }

    private Answer disconnect(int target) throws IOException {
        var client = clients.remove(target);
        if (client != null) {
            client.exchange().close();
        }
        return new Answer.Done();
    }

    private static Answer slice(Client client, Duration duration, OptionalInt rate)
            throws IOException {
        return rate.isPresent()
                ? seen(
                        () -> client.open().slice(duration, rate.getAsInt()),
                        client.open()::spunNanos)
                : seen(() -> new ClosedLoop(client.exchange()).slice(duration), () -> 0);
    }

    private interface Load {
        Figures slice() throws IOException;
    }

    /// @param spunNanos what of our CPU time was spent looking at the clock
    private static Answer seen(Load load, LongSupplier spunNanos) throws IOException {
        var before = OWN.cpuNanos();
        var waited = OWN.waitNanos();
        var figures = load.slice();
        return new Answer.Seen(
                figures,
                since(before, OWN.cpuNanos(), spunNanos.getAsLong()),
                since(waited, OWN.waitNanos(), 0));
    }

    private static OptionalLong since(OptionalLong before, OptionalLong now, long without) {
        return before.isPresent() && now.isPresent()
                ? OptionalLong.of(Math.max(0, now.getAsLong() - before.getAsLong() - without))
                : OptionalLong.empty();
    }
}
