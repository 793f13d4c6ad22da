package echolab.bench.run;

import java.io.IOException;

/// One part of a benchmark: done once, one after the other.
///
/// @param <T> what it comes to
interface BenchPart<T> {

    /// About how long it takes, in milliseconds: what [Progress] counts in.
    long millis();

    /// Does it.
    void run() throws IOException;

    /// What was seen so far, also while it still runs.
    T result();
}
