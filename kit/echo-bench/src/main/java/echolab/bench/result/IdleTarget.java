package echolab.bench.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One server of an [IdleResult]: what is said of every [MeasuredServer], and what was seen of it.
///
/// @param rounds one for each process that was measured
/// @param ownBytes what the files of its command weigh that this repository has or built: a binary, jars, a script; not the
///     runtime (a JDK, CPython, Node.js, shared libraries). Empty in results from before 2026-11-26
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
        OptionalLong ownBytes,
        Optional<Quartiles> residentBytesPerConnection,
        Optional<Quartiles> heapBytesPerConnection)
        implements MeasuredServer {

    /// Milliseconds from the start of its program until a first message had come back, over the rounds.
    public Optional<Quartiles> firstEcho() {
        return Quartiles.of(
                rounds.stream()
                        .flatMap(round -> round.firstEchoMillis().stream())
                        .mapToDouble(millis -> millis)
                        .toArray());
    }
}
