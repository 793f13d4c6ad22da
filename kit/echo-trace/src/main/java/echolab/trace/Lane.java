package echolab.trace;

import java.util.List;

/// One thread of the server, and what it called, in order.
///
/// @param name as the system knows it: at most 15 characters
public record Lane(String name, List<Call> calls) {}
