package echolab.bench.result;

/// Why a server takes part.
public enum Role {
    /// The others are compared with it.
    REFERENCE,
    /// A second process of the reference: what those two differ by is no difference of programs.
    CONTROL,
    /// It is compared.
    CONTESTANT
}
