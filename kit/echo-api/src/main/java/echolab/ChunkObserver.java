package echolab;

/// Sees that a chunk of bytes was read, before it is written back. Real servers count and log here; the tests use it
/// to throw, because a server has to survive a handler that fails.
@FunctionalInterface
public interface ChunkObserver {

    /// The observer that does nothing.
    ChunkObserver NONE = _ -> {};

    /// Called once for every successful read, on whatever thread did the read.
    ///
    /// @param bytes how many bytes were read, at least 1
    /// @throws RuntimeException ends the connection that the chunk came from, and no other
    void read(int bytes);
}
