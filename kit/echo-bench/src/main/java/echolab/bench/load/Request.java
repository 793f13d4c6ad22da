package echolab.bench.load;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.OptionalInt;

/// What the coordinator asks of a load process: one line of words on its standard input, answered by one [Answer].
public sealed interface Request {

    /// `connect TARGET HOST PORT CONNECTIONS BYTES`: connect to a server, and remember it by that number.
    record Connect(int target, String host, int port, int connections, int messageSize)
            implements Request {

        InetSocketAddress address() throws UnknownHostException {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        }
    }

    /// `slice TARGET MILLIS`: keep that server busy for this long, then say what was seen; `slice TARGET MILLIS RATE`: in an
    /// open loop, with this many messages a second.
    record Slice(int target, long millis, OptionalInt rate) implements Request {}

    /// `churn TARGET MILLIS CLIENTS`: so many clients at once connect to that server, have one message echoed, close, and begin again.
    record Churn(int target, long millis, int clients) implements Request {}

    /// `disconnect TARGET`: close all connections to that server.
    record Disconnect(int target) implements Request {}

    /// `quit`: end.
    record Quit() implements Request {}

    default String line() {
        return switch (this) {
            case Connect(var target, var host, var port, var connections, var size) ->
                    "connect %s %s %s %s %s".formatted(target, host, port, connections, size);
            case Slice(var target, var millis, var rate) when rate.isPresent() ->
                    "slice %s %s %s".formatted(target, millis, rate.getAsInt());
            case Slice(var target, var millis, _) -> "slice %s %s".formatted(target, millis);
            case Churn(var target, var millis, var clients) ->
                    "churn %s %s %s".formatted(target, millis, clients);
            case Disconnect(var target) -> "disconnect " + target;
            case Quit() -> "quit";
        };
    }

    /// @throws IllegalArgumentException when the line is none of the above
    static Request parse(String line) {
        var words = line.strip().split(" ");
        try {
            return switch (words[0]) {
                case "connect" ->
                        new Connect(
                                number(words[1]),
                                words[2],
                                number(words[3]),
                                number(words[4]),
                                number(words[5]));
                case "slice" ->
                        new Slice(
                                number(words[1]),
                                Long.parseLong(words[2]),
                                words.length > 3
                                        ? OptionalInt.of(number(words[3]))
                                        : OptionalInt.empty());
                case "churn" ->
                        new Churn(number(words[1]), Long.parseLong(words[2]), number(words[3]));
                case "disconnect" -> new Disconnect(number(words[1]));
                case "quit" -> new Quit();
                default -> throw new IllegalArgumentException("no such request");
            };
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("cannot read the request \"" + line + "\"", e);
        }
    }

    private static int number(String word) {
        return Integer.parseInt(word);
    }
}
