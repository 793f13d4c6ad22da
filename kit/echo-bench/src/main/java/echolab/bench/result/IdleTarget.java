package echolab.bench.result;

import java.util.List;
import java.util.Optional;

/// One server of an [IdleResult].
///
/// @param name what it is called, for example `step02`
/// @param title its name for people
/// @param version of what it is made with; empty for a step
/// @param command how it was started
/// @param failure why it dropped out, with its last lines of output; empty when it did not
/// @param rounds one for each process that was measured
/// @param residentBytesPerConnection memory in RAM that came with the connections, by their number, over the rounds
/// @param heapBytesPerConnection of a JVM, live objects on the Java heap that came with them, by their number, over the
///     rounds
public record IdleTarget(
        String name,
        String title,
        Optional<String> version,
        List<String> command,
        Optional<String> failure,
        List<IdleRound> rounds,
        Optional<Quartiles> residentBytesPerConnection,
        Optional<Quartiles> heapBytesPerConnection)
        implements MeasuredServer {}
