package echolab.bench;

/// Told how far a benchmark is, so that a person who waits can see it.
public interface Progress extends AutoCloseable {

    /// Says nothing.
    Progress NONE =
            new Progress() {
                @Override
                public void begin(int visits) {}

                @Override
                public void doing(String what) {}

                @Override
                public void advance(int visits) {}

                @Override
                public void close() {}
            };

    /// The whole benchmark takes this many visits to a server, as far as is known.
    void begin(int visits);

    /// What comes next, in a few words.
    void doing(String what);

    /// So many visits are over, or will not be needed.
    void advance(int visits);

    @Override
    void close();
}
