package echolab.bench.result;

import java.util.Locale;
import java.util.OptionalDouble;

/// Who could do no more, decided by CPU time over elapsed time, at 95 %; in an open loop that was kept, nobody.
public enum Bottleneck {
    /// The server used all of its CPU: its throughput is its own.
    SERVER,
    /// The load generator used all of its CPU: the server could have done more.
    CLIENT,
    /// Both used all of their CPU: the throughput is as much the load generator's as the server's.
    BOTH,
    /// Of an open loop: the rate was kept, and both could have done more.
    RATE,
    /// Neither did: they waited for each other, or other programs took the CPU.
    NEITHER,
    /// The system does not tell, or the server was not held to one CPU.
    UNKNOWN;

    private static final double BUSY = 0.95;

    /// For people, who know the client of a file as the load generator.
    public String words() {
        return this == CLIENT ? "load generator" : name().toLowerCase(Locale.ROOT);
    }

    /// @param server share of its CPU that the server used, 0 to 1; empty when that is not known
    /// @param load the same of the load generator
    public static Bottleneck of(OptionalDouble server, OptionalDouble load) {
        if (server.isEmpty() || load.isEmpty()) {
            return UNKNOWN;
        }
        if (server.getAsDouble() >= BUSY) {
            return load.getAsDouble() >= BUSY ? BOTH : SERVER;
        }
        return load.getAsDouble() >= BUSY ? CLIENT : NEITHER;
    }
}
