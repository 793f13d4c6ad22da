package echolab.bench.load;

import echolab.bench.result.Faults;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/// The load on servers: one process, or several at once, each with its share of the connections to every server. What they see of it is put
/// together as if one had; where there is one, nothing is divided and nothing put together.
///
/// Processes and not threads of one: nothing is shared that one could wait for, so that a second one is what the first is.
public final class LoadProcesses implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofMinutes(2);
    private static final Duration SLICE_LIMIT = Faults.PATIENCE.plusSeconds(15);

    private final List<List<String>> prefixes;
    private final List<LoadProcess> all = new ArrayList<>();

    /// Starts them.
    ///
    /// @param prefixes what each is started under, for example `taskset -c 1`, or nothing; those that are alike share their CPU
    public LoadProcesses(List<List<String>> prefixes) throws IOException {
        this.prefixes = prefixes;
        for (var prefix : prefixes) {
            all.add(LoadProcess.start(prefix));
        }
    }

    /// How many there are. Connections, clients and a rate must not be fewer.
    public int count() {
        return all.size();
    }

    /// Makes the connections of one server, process by process: its queue of connections to accept must not overflow.
    ///
    /// @throws ServerUnusableException when the server is to blame
    public void connect(int target, InetSocketAddress server, int connections, int messageSize)
            throws IOException {
        var host = server.getAddress().getHostAddress();
        for (var number = 0; number < all.size(); number++) {
            var some = share(connections, number);
            var request = new Request.Connect(target, host, server.getPort(), some, messageSize);
            all.get(number).ask(request, CONNECT_LIMIT);
        }
    }

    public void disconnect(int target) throws IOException {
        for (var process : all) {
            process.ask(new Request.Disconnect(target), CONNECT_LIMIT);
        }
    }

    /// Keeps one server busy.
    ///
    /// @param rate messages a second, in an open loop; empty for a closed one
    public Answer.Seen slice(int target, Duration duration, OptionalInt rate) throws IOException {
        return seen(
                duration,
                number -> {
                    var some = rate.stream().map(total -> share(total, number)).findFirst();
                    return new Request.Slice(target, duration.toMillis(), some);
                });
    }

    /// Lets short connections come and go.
    ///
    /// @param clients how many at once
    public Answer.Seen churn(int target, Duration duration, int clients) throws IOException {
        return seen(
                duration,
                number -> new Request.Churn(target, duration.toMillis(), share(clients, number)));
    }

    /// All of them have begun before the first is waited for.
    private Answer.Seen seen(Duration duration, IntFunction<Request> request) throws IOException {
        for (var number = 0; number < all.size(); number++) {
            all.get(number).send(request.apply(number));
        }
        // an open loop takes as long again to send what is late
        var limit = duration.multipliedBy(2).plus(SLICE_LIMIT);
        var each = new ArrayList<Answer.Seen>();
        for (var process : all) {
            switch (process.answer(limit)) {
                case Answer.Seen seen -> each.add(seen);
                case Answer other -> throw new IOException("the load generator answered " + other);
            }
        }
        return each.size() == 1 ? each.getFirst() : together(each);
    }

    private Answer.Seen together(List<Answer.Seen> each) {
        var byCpu = new LinkedHashMap<List<String>, Answer.Seen>();
        for (var number = 0; number < each.size(); number++) {
            byCpu.merge(prefixes.get(number), each.get(number), Answer.Seen::onTheSameCpu);
        }
        var all = byCpu.values().stream().reduce(Answer.Seen::onAnother).orElseThrow();
        var cpu = each.stream().flatMapToLong(seen -> seen.cpuNanos().stream()).boxed().toList();
        return new Answer.Seen(all.figures(), all.cpuNanos(), all.waitNanos(), cpu);
    }

    /// The first have one more, where it can't be divided evenly.
    private int share(int total, int number) {
        return (total + all.size() - 1 - number) / all.size();
    }

    @Override
    public void close() {
        all.forEach(LoadProcess::close);
    }
}
