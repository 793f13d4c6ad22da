package echolab.bench.run;

import echolab.process.Digits;

/// How ApacheBench is run. The record checks itself and says in a sentence what is wrong.
///
/// A round is one `ab -n REQUESTS/ROUNDS -c CONCURRENCY -k` against each server. In one round the figures of all servers are
/// of the same minute; over the rounds their spread shows.
///
/// @param requests to each server, over all rounds, 1 to 1,000,000,000
/// @param concurrency connections at a time, 1 to 20,000: ab refuses more
/// @param rounds 1 to 100
/// @param asPublished as the original table was made, but for the port: nothing is pinned and nothing is warmed
public record AbOptions(int requests, int concurrency, int rounds, boolean asPublished) {

    /// What the original table was made with.
    public static final int FULL = 10_000_000;

    private static final int WARM_UP = 100_000;

    /// How often `ab` runs before the run that counts: a JVM that has just begun is not what is measured. Once is not enough,
    /// however long: connections that end, and new ones, make a JVM throw away what it compiled while it had seen neither,
    /// and the run after the first pays for compiling it again.
    private static final int WARM_UP_RUNS = 3;

    public AbOptions {
        BenchOptions.requireRange("--requests", requests, 1, 1_000_000_000);
        BenchOptions.requireRange("--concurrency", concurrency, 1, 20_000);
        BenchOptions.requireRange("--rounds", rounds, 1, 100);
        if (requests / rounds < concurrency) {
            throw new IllegalArgumentException(
                    Digits.in(
                            "--requests %,d over %d rounds is less than one on each of %,d connections, which ab refuses: ask for more requests or less --concurrency",
                            requests, rounds, concurrency));
        }
    }

    /// About three minutes for five steps.
    public static AbOptions defaults() {
        return new AbOptions(1_000_000, 1000, 5, false);
    }

    /// Requests of one `ab`.
    int aRound() {
        return requests / rounds;
    }

    /// How often it runs before.
    int warmUpRuns() {
        return asPublished ? 0 : WARM_UP_RUNS;
    }

    /// Requests of one of those runs.
    int warmUpRun() {
        return Math.max(concurrency, Math.min(WARM_UP, aRound()));
    }

    /// Requests of all of them.
    int warmUp() {
        return warmUpRuns() * warmUpRun();
    }
}
