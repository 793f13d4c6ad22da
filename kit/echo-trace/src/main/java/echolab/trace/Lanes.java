package echolab.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The threads that belong in a picture, and their calls.
///
/// A thread took part when it touched a client's connection, accepted one, or was woken by its wait for many sockets while
/// the clients talked. Collectors, compilers and what else a runtime has sleep through it all, or do nothing of that; they
/// are left out, and so is a loop that waits for something else and is never woken.
final class Lanes {

    private Lanes() {}

    /// In the order in which they first took part.
    static List<Lane> of(
            Map<Integer, List<String>> lines,
            Map<Integer, String> names,
            List<ClientEvent> events,
            List<Integer> ports) {
        var begin = events.getFirst().micros();
        var lanes = new ArrayList<Lane>();
        lines.forEach((thread, written) -> {
            var name = names.getOrDefault(thread, "thread " + thread);
            var calls =
                    written.stream()
                            .map(Call::parse)
                            .flatMap(Optional::stream)
                            .filter(call -> call.end() > begin)
                            .toList();
            if (calls.stream().anyMatch(call -> takesPart(call, ports))) {
                lanes.add(new Lane(name, calls));
            }
        });
        lanes.sort(Comparator.comparingLong(lane -> firstPart(lane, ports)));
        return numbered(lanes);
    }

    /// The system keeps 15 characters of a name, so that threads of a pool may have the same one.
    private static List<Lane> numbered(List<Lane> lanes) {
        var seen = new HashMap<String, Integer>();
        var all = lanes.stream().collect(Collectors.groupingBy(Lane::name, Collectors.counting()));
        return lanes.stream()
                .map(lane -> {
                    var number = seen.merge(lane.name(), 1, Integer::sum);
                    return all.get(lane.name()) == 1
                            ? lane
                            : new Lane(lane.name() + " #" + number, lane.calls());
                })
                .toList();
    }

    private static long firstPart(Lane lane, List<Integer> ports) {
        return lane.calls().stream()
                .filter(call -> takesPart(call, ports))
                .mapToLong(Call::end)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    private static boolean takesPart(Call call, List<Integer> ports) {
        var port = call.peerPort();
        return port.isPresent() && ports.contains(port.getAsInt()) || Kind.isWakeUp(call);
    }
}
