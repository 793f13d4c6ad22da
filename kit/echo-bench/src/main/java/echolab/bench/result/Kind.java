package echolab.bench.result;

/// What a result file of `lab bench` tells of.
public enum Kind {
    /// What servers do under load: `runs` has one entry for each load.
    LOAD,
    /// What connections cost that do nothing: `idle` has one entry for each number of connections.
    IDLE
}
