package echolab.trace;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one server called while it echoed a known number of messages.
///
/// @param name of the server, for example `step02`
/// @param title its name for people
/// @param version of what it is made with; empty for a step
/// @param command how it was started, without the folders of this machine
/// @param echoes that came back while strace counted
/// @param calls by name, of all its threads; empty when it failed
/// @param failure a sentence, when it could not be counted
public record Counted(
        String name,
        String title,
        Optional<String> version,
        List<String> command,
        long echoes,
        Map<String, Long> calls,
        Optional<String> failure) {

    double anEcho(String call) {
        return (double) calls.getOrDefault(call, 0L) / echoes;
    }

    double anEcho() {
        return (double) calls.values().stream().mapToLong(Long::longValue).sum() / echoes;
    }
}
