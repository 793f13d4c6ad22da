package echolab.trace;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

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

    double perEcho() {
        return perEcho(_ -> true);
    }

    double perEcho(String name) {
        return perEcho(name::equals);
    }

    double perEcho(CallKind kind) {
        return perEcho(name -> CallKind.ofName(name) == kind);
    }

    /// The call that stands for its kind: the one that is made most.
    String often(CallKind kind) {
        return calls.keySet().stream()
                .filter(name -> CallKind.ofName(name) == kind)
                .max(Comparator.comparingLong(calls::get))
                .orElseThrow();
    }

    double perEcho(Predicate<String> which) {
        var made = calls.keySet().stream().filter(which).mapToLong(calls::get).sum();
        return (double) made / echoes;
    }
}
