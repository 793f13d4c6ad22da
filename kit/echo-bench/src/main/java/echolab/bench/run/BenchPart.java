package echolab.bench.run;

import java.io.IOException;

/// One part of a benchmark: done once, one after the other.
interface BenchPart {

    /// About how long it takes, in milliseconds: what [Progress] counts in.
    long millis();

    /// Does it. What was seen can be had at any time.
    void run() throws IOException;
}
