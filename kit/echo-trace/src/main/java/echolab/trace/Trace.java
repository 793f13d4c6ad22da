package echolab.trace;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// What a server did while a few clients talked to it, and what the clients did.
///
/// @param server its name, for example `step02`
/// @param title its name for people
/// @param events of the clients, in order
/// @param ports the clients' own ports: the server sees a client as the port at the other end
/// @param lanes the threads that took part, in the order in which they first did
public record Trace(
        String server,
        String title,
        List<ClientEvent> events,
        List<Integer> ports,
        List<Lane> lanes) {

    /// The first event is moment 0 of every picture.
    long start() {
        return events.getFirst().micros();
    }

    /// Of all threads.
    Stream<Call> calls() {
        return lanes.stream().flatMap(lane -> lane.calls().stream());
    }

    /// Those about a client's connection.
    Stream<Call> callsFor(int client) {
        return calls().filter(call -> client(call).orElse(-1) == client);
    }

    /// Those of the threads that did not make this call.
    Stream<Call> callsBeside(Call call) {
        return lanes.stream()
                .filter(lane -> !lane.calls().contains(call))
                .flatMap(lane -> lane.calls().stream());
    }

    /// Which client's connection a call is about.
    OptionalInt client(Call call) {
        return call.peerPort().stream().map(ports::indexOf).filter(it -> it >= 0).findFirst();
    }

    /// Whose descriptor this is; descriptors are not used again while all clients are there.
    OptionalInt clientOf(int descriptor) {
        return calls().filter(call -> call.connectionDescriptor().orElse(-1) == descriptor)
                .flatMapToInt(call -> client(call).stream())
                .findFirst();
    }

    /// The descriptor that new connections come from, when an `accept` was seen.
    OptionalInt listener() {
        return calls().filter(call -> CallKind.ofName(call.name()) == CallKind.ACCEPT)
                .flatMapToInt(call -> call.descriptor().stream())
                .findFirst();
    }

    Lane laneOf(Call call) {
        return lanes.stream().filter(lane -> lane.calls().contains(call)).findFirst().orElseThrow();
    }
}
