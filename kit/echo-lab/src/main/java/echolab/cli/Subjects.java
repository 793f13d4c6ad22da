package echolab.cli;

import echolab.EchoStep;
import echolab.contract.Servers;
import echolab.contract.Subject;
import echolab.peers.Peer;
import echolab.peers.Presence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Which steps and peers can be held against the contract here?
final class Subjects {

    private final Consumer<String> say;

    /// @param say is told what takes long, and which peers are left out
    Subjects(Consumer<String> say) {
        this.say = say;
    }

    /// A subject with what the matrix says of it.
    record Named(Subject subject, String title, Optional<String> version) {}

    /// The step or peer of this name; a peer is built when it has to be.
    ///
    /// @throws IllegalArgumentException when there is none, or when it can't be built here
    Subject named(String name) throws IOException {
        for (var step : EchoStep.all()) {
            if (step.id().equals(name)) {
                return Subject.of(step);
            }
        }
        var peer = Targets.peer(name).orElseThrow(() -> Targets.unknown(name));
        return switch (peer.presence()) {
            case Presence.Here _ -> subject(peer);
            case Presence.Missing missing ->
                    throw new IllegalArgumentException(missing.sentence(peer));
        };
    }

    /// All steps, and all peers that can be built here.
    List<Named> all() throws IOException {
        var all = new ArrayList<Named>();
        for (var step : EchoStep.all()) {
            all.add(new Named(Subject.of(step), step.title(), Optional.empty()));
        }
        for (var peer : Peer.all()) {
            switch (peer.presence()) {
                case Presence.Here(var version) ->
                        all.add(new Named(subject(peer), peer.title(), Optional.of(version)));
                case Presence.Missing missing -> say.accept(missing.sentence(peer));
            }
        }
        return all;
    }

    private Subject subject(Peer peer) throws IOException {
        return new Subject.Program(peer.build(new Targets(say).builds(Servers.JVM_FLAGS)));
    }
}
