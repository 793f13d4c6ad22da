package echolab.bench.result;

import echolab.bench.machine.Machine;
import echolab.bench.machine.Revision;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/// Results that nobody measured, with all that a page must be able to show: many servers, whose names are long, a client
/// that was the bottleneck, a server that failed, an open loop, a sweep, idle connections.
public final class Invented {

    private static final List<String> SERVERS =
            List.of(
                    "c-epoll",
                    "c-epoll again",
                    "c-epoll-correct",
                    "step01",
                    "step02",
                    "step03",
                    "step04",
                    "step05",
                    "libuv",
                    "libevent",
                    "asio",
                    "tokio",
                    "asyncio",
                    "uvloop",
                    "netty-nio",
                    "netty-epoll",
                    "netty-io_uring");

    private Invented() {}

    public static BenchResult load(RunResult... runs) {
        return result(Kind.LOAD, List.of(runs), List.of());
    }

    public static BenchResult idle(int connections) {
        var targets =
                IntStream.range(0, SERVERS.size())
                        .mapToObj(i -> idleTarget(SERVERS.get(i), 1500.0 * (i + 1)))
                        .toList();
        return result(Kind.IDLE, List.of(), List.of(new IdleResult(connections, 5, 5, targets)));
    }

    /// @param rate of an open loop; 0 for a closed one
    public static RunResult run(int connections, int payload, int rate) {
        return new RunResult(
                connections,
                payload,
                rate == 0 ? OptionalInt.empty() : OptionalInt.of(rate),
                OptionalInt.empty(),
                300,
                25,
                25,
                8,
                true,
                OptionalInt.of(0),
                Optional.empty(),
                OptionalInt.of(1),
                Optional.empty(),
                Optional.empty(),
                1,
                OptionalInt.of(1),
                OptionalInt.of(1),
                OptionalDouble.empty(),
                Optional.of(SERVERS.getFirst()),
                IntStream.range(0, SERVERS.size())
                        .mapToObj(number -> target(number, connections, payload, rate))
                        .toList());
    }

    private static BenchResult result(Kind kind, List<RunResult> runs, List<IdleResult> idle) {
        return new BenchResult(
                BenchResult.VERSION,
                kind,
                "2026-11-24T12:00:00Z",
                List.of("./lab", "bench", "--peers", "--connections", "1,10,100,1000,10000"),
                new Machine(
                        "A processor <of nobody> & Sons",
                        2,
                        OptionalLong.of(24L << 30),
                        "Linux 6.18",
                        "amd64",
                        "Eclipse Adoptium 25.0.3+9-LTS",
                        Optional.empty()),
                Optional.of(new Revision("0123456789abcdef0123456789abcdef01234567", true)),
                new Settings(
                        List.of(1000),
                        List.of(106),
                        List.of(),
                        25,
                        300,
                        List.of("-Xms64m", "-Xmx512m"),
                        Optional.of("Serial")),
                false,
                runs,
                idle);
    }

    private static TargetResult target(int number, int connections, int payload, int rate) {
        var name = SERVERS.get(number);
        var failed = name.equals("uvloop");
        return new TargetResult(
                name,
                "What " + name + " is",
                number < 3 ? Optional.of("gcc 12.2.0") : Optional.empty(),
                number == 0 ? Role.REFERENCE : number == 1 ? Role.CONTROL : Role.CONTESTANT,
                List.of("java", "-Xmx512m", "-cp", "kit/echo-lab/target/lib/*", name),
                failed ? Optional.of("uvloop ended in cycle 2: Killed") : Optional.empty(),
                OptionalInt.empty(),
                Faults.NONE,
                Optional.of(new WarmUp(1_000_000L * number, 3_000_000_000L + number, number != 7)),
                Optional.empty(),
                List.of(),
                failed
                        ? Optional.empty()
                        : Optional.of(summary(number, connections, payload, rate)));
    }

    private static Summary summary(int number, int connections, int payload, int rate) {
        var factor =
                number < 2 ? 1 + 0.01 * number : 1 + 0.12 * (number - 2) + 0.00001 * connections;
        var cpu = (5.7 + payload / 2000.0 + 2.0 / connections) * factor;
        var clientBound = cpu < 6.5 && rate == 0;
        return new Summary(
                Optional.of(around(cpu)),
                Optional.of(
                        new RatioInterval(
                                factor,
                                OptionalDouble.of(factor * 0.98),
                                OptionalDouble.of(factor * 1.02),
                                0.001,
                                number > 2)),
                around(rate > 0 ? Math.min(rate, 1e6 / cpu) : 1e6 / Math.max(cpu, 6.1)),
                rate > 0
                        ? Optional.of(Pace.of(rate, around(rate), 0, OptionalDouble.of(0.04)))
                        : Optional.empty(),
                latency(number, connections),
                OptionalLong.of((1L << 20) * (1 + number * 12)),
                OptionalLong.of(number),
                OptionalDouble.of(clientBound ? 0.9 : 1),
                OptionalDouble.of(1),
                OptionalDouble.of(6.1),
                rate > 0 ? Bottleneck.RATE : clientBound ? Bottleneck.CLIENT : Bottleneck.SERVER);
    }

    private static Latency latency(int number, int connections) {
        var nanos = new Histogram(1000, 60_000_000_000L, 3);
        var random = new Random(number);
        var middle = 20_000.0 + connections * 6_000.0 * (1 + 0.1 * number);
        for (var i = 0; i < 20_000; i++) {
            nanos.recordValue((long) (middle * Math.exp(0.5 * random.nextGaussian())));
        }
        return Latency.of(nanos);
    }

    private static Quartiles around(double median) {
        return new Quartiles(median * 0.97, median, median * 1.05);
    }

    private static IdleTarget idleTarget(String name, double bytes) {
        var memory = new Memory(OptionalLong.of(1 << 24), OptionalLong.empty(), OptionalLong.of(7));
        return new IdleTarget(
                name,
                "What " + name + " is",
                Optional.empty(),
                List.of(name),
                Optional.empty(),
                List.of(new IdleRound(1, 1, Optional.of(bytes / 100), memory, memory)),
                OptionalLong.of((long) (bytes * 1000)),
                Optional.of(around(bytes)),
                name.startsWith("step") ? Optional.of(around(bytes / 3)) : Optional.empty());
    }
}
