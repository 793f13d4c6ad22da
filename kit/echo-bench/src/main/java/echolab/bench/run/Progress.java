package echolab.bench.run;

/// Told how far a benchmark is, so that a person who waits can see it. Work is counted in the milliseconds that it was
/// expected to take.
public interface Progress extends AutoCloseable {

    /// The whole benchmark is this much work, as far as is known.
    void begin(long millis);

    /// What comes next, in a few words.
    void doing(String what);

    /// So much of it is over, or will not be needed.
    void advance(long millis);

    @Override
    void close();
}
