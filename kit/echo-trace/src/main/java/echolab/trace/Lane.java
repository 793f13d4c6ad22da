package echolab.trace;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// One thread of the server, and what it called, in order.
///
/// @param name as the system knows it: at most 15 characters, and a number where several have the same
public record Lane(String name, List<Call> calls) {

    /// The threads that belong in a picture, in the order in which they first took part.
    ///
    /// A thread took part when it touched a client's connection, accepted one, or was woken by its wait for many sockets while
    /// the clients talked. Collectors, compilers and what else a runtime has sleep through it all, or do nothing of that; they
    /// are left out, and so is a loop that waits for something else and is never woken.
    ///
    /// @param lines what strace wrote of each thread
    /// @param begin calls that returned before are left out, µs
    static List<Lane> of(
            Map<Integer, List<String>> lines,
            Map<Integer, String> names,
            long begin,
            List<Integer> ports) {
        var lanes =
                lines.entrySet().stream()
                        .map(thread ->
                                new Lane(
                                        names.getOrDefault(
                                                thread.getKey(), "thread " + thread.getKey()),
                                        calls(thread.getValue(), begin)))
                        .filter(lane -> lane.firstPart(ports).isPresent())
                        .sorted(Comparator.comparingLong(l -> l.firstPart(ports).getAsLong()))
                        .toList();
        var all = lanes.stream().map(Lane::name).toList();
        var seen = new HashMap<String, Integer>();
        return lanes.stream()
                .map(lane ->
                        Collections.frequency(all, lane.name) == 1
                                ? lane
                                : new Lane(
                                        lane.name + " #" + seen.merge(lane.name, 1, Integer::sum),
                                        lane.calls))
                .toList();
    }

    private static List<Call> calls(List<String> lines, long begin) {
        return lines.stream()
                .map(Call::parse)
                .flatMap(Optional::stream)
                .filter(call -> call.end() > begin)
                .toList();
    }

    private OptionalLong firstPart(List<Integer> ports) {
        return calls.stream()
                .filter(call ->
                        ports.contains(call.peerPort().orElse(-1)) || CallKind.isWakeUp(call))
                .mapToLong(Call::end)
                .findFirst();
    }
}
