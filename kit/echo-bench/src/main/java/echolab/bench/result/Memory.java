package echolab.bench.result;

import java.util.OptionalLong;

/// What a process holds at one moment. Memory of the kernel is not in it: socket structures, socket buffers and the
/// kernel's stack of each thread come on top.
///
/// @param residentBytes pages of the process in RAM; of a JVM, after a full garbage collection, which leaves pages that are
///     not needed any more resident
/// @param heapBytes live objects on the Java heap after a full garbage collection; empty for what is no JVM
/// @param threads of the operating system
public record Memory(OptionalLong residentBytes, OptionalLong heapBytes, OptionalLong threads) {}
