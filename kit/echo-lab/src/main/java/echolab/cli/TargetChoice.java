package echolab.cli;

import echolab.EchoStep;
import echolab.bench.Target;
import echolab.peers.Peer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which servers does `lab bench` measure? Those that were named, or else all steps and the C floor they are compared
/// with.
final class TargetChoice {

    private final List<EchoStep> steps = EchoStep.all();
    private final List<Peer> peers = Peer.all();
    private final Path builds;
    private final Consumer<String> say;

    /// @param builds where peers are built
    /// @param say is told of a peer that is left out, and why
    TargetChoice(Path builds, Consumer<String> say) {
        this.builds = builds;
        this.say = say;
    }

    /// @throws IllegalArgumentException when a name is unknown, or that of a peer that can't be built here
    List<Target> of(List<String> names) throws IOException {
        var targets = new ArrayList<Target>();
        for (var name : names.isEmpty() ? everything() : names.stream().distinct().toList()) {
            targets.add(target(name));
        }
        return targets;
    }

    private List<String> everything() {
        peers.forEach(peer -> peer.missing().ifPresent(say));
        return names(peers.stream().filter(peer -> peer.missing().isEmpty()).toList());
    }

    private Target target(String name) throws IOException {
        for (var step : steps) {
            if (step.id().equals(name)) {
                return Target.ofStep(step);
            }
        }
        for (var peer : peers) {
            if (peer.name().equals(name)) {
                return target(peer);
            }
        }
        throw new IllegalArgumentException(
                "there is no step \"%s\": there are %s"
                        .formatted(name, names(peers).stream().collect(Collectors.joining(", "))));
    }

    private Target target(Peer peer) throws IOException {
        peer.missing()
                .ifPresent(why -> {
                    throw new IllegalArgumentException(why);
                });
        return new Target(peer.name(), peer.title(), peer.build(builds));
    }

    private List<String> names(List<Peer> some) {
        return Stream.concat(some.stream().map(Peer::name), steps.stream().map(EchoStep::id))
                .toList();
    }
}
