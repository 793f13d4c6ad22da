package echolab.bench.result;

/// Why a server takes part.
public enum Role {
    /// The others are compared with it.
    REFERENCE,
    /// A second process of the reference: what it differs by is noise.
    CONTROL,
    /// It is compared.
    CONTESTANT
}
