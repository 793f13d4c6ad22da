package echolab.bench.load;

/// Decides when a connection's next message is sent.
interface Pacer {

    /// The echo of this connection's message came back at this time.
    void answered(LoadConnection connection, long now);
}
