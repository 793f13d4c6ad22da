package echolab.cli;

import echolab.EchoStep;
import echolab.bench.Target;
import echolab.peers.BuildOptions;
import echolab.peers.Peer;
import echolab.peers.Presence;
import echolab.process.ServerCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// How does a name on the command line become a server to measure? A name is that of a step or of a peer; any other
/// program is given with its command.
final class Targets {

    /// The peer that the others are compared with.
    static final String FLOOR = "c-epoll";

    private final Consumer<String> say;

    /// @param say is told what takes long, and which peers are left out
    Targets(Consumer<String> say) {
        this.say = say;
    }

    static List<String> steps() {
        return EchoStep.all().stream().map(EchoStep::id).toList();
    }

    static List<String> peers() {
        return Peer.all().stream().map(Peer::name).toList();
    }

    static Optional<Peer> peer(String name) {
        return Peer.all().stream().filter(peer -> peer.name().equals(name)).findFirst();
    }

    /// Those of these peers that can be built here. Each of the others is told of with the package that it lacks.
    List<String> installed(List<String> names) {
        var installed = new ArrayList<String>();
        for (var name : names) {
            peer(name).orElseThrow().missing().ifPresentOrElse(say, () -> installed.add(name));
        }
        return installed;
    }

    /// The step or peer of this name; a peer is built when it has to be.
    ///
    /// @throws IllegalArgumentException when there is none, or when it can't be built here
    /// @throws IOException when it does not compile
    Target named(String name) throws IOException {
        for (var step : EchoStep.all()) {
            if (step.id().equals(name)) {
                return Target.ofStep(step);
            }
        }
        return of(peer(name).orElseThrow(() -> unknown(name)));
    }

    /// Any other program, whose command is split into words as a shell does it.
    Target program(String name, String command) {
        if (name.isBlank()
                || Stream.concat(steps().stream(), peers().stream()).anyMatch(name::equals)) {
            throw new IllegalArgumentException(
                    "a program of yours needs a name that no step and no peer has, but it is called \"%s\""
                            .formatted(name));
        }
        var words = List.of("sh", "-c", "exec " + command);
        return new Target(name, command, ServerCommand.ofProgram(name, words));
    }

    private Target of(Peer peer) throws IOException {
        return switch (peer.presence()) {
            case Presence.Missing missing ->
                    throw new IllegalArgumentException(missing.sentence(peer));
            case Presence.Here(var version) ->
                    new Target(
                            peer.name(),
                            peer.title(),
                            Optional.of(version),
                            peer.build(builds(Target.JVM_FLAGS)));
        };
    }

    /// @param jvmFlags for peers that run in a JVM
    BuildOptions builds(List<String> jvmFlags) {
        var folder = Path.of(System.getProperty("echolab.root", ""), "target", "peers");
        return new BuildOptions(folder, jvmFlags, say);
    }

    static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException(
                "no step or peer is called \"%s\"; there are %s, %s"
                        .formatted(name, String.join(", ", steps()), String.join(", ", peers())));
    }
}
