package echolab.bench.result;

/// What a result file of `lab bench` tells of.
public enum Kind {
    /// What servers do under load: `runs` has one entry for each load.
    LOAD,
    /// How servers get warm: `runs` has their slices from the first connection on, in order.
    WARM_UP,
    /// What connections cost that do nothing: `idle` has one entry for each number of connections.
    IDLE
}
