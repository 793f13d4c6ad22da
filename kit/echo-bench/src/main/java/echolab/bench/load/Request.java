package echolab.bench.load;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.OptionalInt;

/// What the coordinator asks of a load process: a [JsonLine] on its standard input, answered by one [Answer].
@JsonTypeInfo(use = JsonTypeInfo.Id.MINIMAL_CLASS)
public sealed interface Request {

    /// Connect to a server, and remember it by the number of the target.
    record Connect(int target, String host, int port, int connections, int messageSize)
            implements Request {

        InetSocketAddress address() throws UnknownHostException {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        }
    }

    /// Keep that server busy for this long, then say what was seen; with a rate in an open loop, with this many messages a second.
    record Slice(int target, long millis, OptionalInt rate) implements Request {}

    /// So many clients at once connect to that server, have one message echoed, close, and begin again.
    record Churn(int target, long millis, int clients) implements Request {}

    /// Close all connections to that server.
    record Disconnect(int target) implements Request {}
}
