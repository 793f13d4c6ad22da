package echolab.cli.command;

import echolab.EchoStep;
import echolab.bench.run.Target;
import echolab.contract.Servers;
import echolab.contract.Subject;
import echolab.peers.BuildOptions;
import echolab.peers.Peer;
import echolab.peers.Presence;
import echolab.process.ServerCommand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The servers that have a name on the command line: the steps, and the peers that can be built here.
///
/// @param say is told what takes long, and which peers are left out
public record KnownServers(Consumer<String> say) {

    /// The peer that the others are compared with.
    public static final String FLOOR = "c-epoll";

    /// The one step that may have several event loops, and how its JVM is told.
    private static final Map<String, String[]> LOOPS =
            Map.of("step05", new String[] {"-Decholab.listeners=" + ServerCommand.LOOPS});

    /// One of them. A peer is built when it has to be.
    ///
    /// @param title its name for people
    /// @param version of what it is made with; empty for a step, whose version is the commit
    /// @param measured how it becomes a server to measure
    /// @param held how it becomes one to hold against the contract
    public record Known(
            String name,
            String title,
            Optional<String> version,
            LabCommand.Made<Target> measured,
            LabCommand.Made<Subject> held) {}

    public static List<String> steps() {
        return EchoStep.all().stream().map(EchoStep::id).toList();
    }

    public static List<String> peers() {
        return Peer.all().stream().map(Peer::name).toList();
    }

    /// @throws IllegalArgumentException when there is none of this name
    public static EchoStep step(String name) {
        return EchoStep.all().stream()
                .filter(step -> step.id().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "no step %s; there are %s"
                                        .formatted(name, String.join(", ", steps()))));
    }

    /// @throws IllegalArgumentException when there is none of this name, or when it can't be built here
    public Known named(String name) {
        if (steps().contains(name)) {
            return known(step(name));
        }
        var peer =
                Peer.all().stream()
                        .filter(it -> it.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> unknown(name));
        return switch (peer.presence()) {
            case Presence.Here(var version) -> known(peer, version);
            case Presence.Missing missing ->
                    throw new IllegalArgumentException(missing.sentence(peer));
        };
    }

    /// All steps, and all peers that can be built here.
    public List<Known> all() {
        return installed(Stream.concat(steps().stream(), peers().stream()).toList());
    }

    /// Those of these that can be built here. Of each of the others the package that it lacks is told.
    public List<Known> installed(List<String> names) {
        var installed = new ArrayList<Known>();
        for (var name : names) {
            try {
                installed.add(named(name));
            } catch (IllegalArgumentException e) {
                say.accept(e.getMessage());
            }
        }
        return installed;
    }

    /// As servers to measure.
    public static List<Target> measured(Collection<Known> servers) throws IOException {
        var targets = new ArrayList<Target>();
        for (var server : servers) {
            targets.add(server.measured().make());
        }
        return targets;
    }

    private static Known known(EchoStep step) {
        return new Known(
                step.id(),
                step.title(),
                Optional.empty(),
                () -> Target.ofStep(step, LOOPS.getOrDefault(step.id(), new String[0])),
                () -> Subject.of(step));
    }

    private Known known(Peer peer, String version) {
        var title = peer.title();
        var about = Optional.of(version);
        return new Known(
                peer.name(),
                title,
                about,
                () -> new Target(peer.name(), title, about, peer.build(with(Target.JVM_FLAGS))),
                () -> new Subject.Program(peer.build(with(Servers.JVM_FLAGS))));
    }

    private BuildOptions with(List<String> jvmFlags) {
        return new BuildOptions(LabCommand.root().resolve("target/peers"), jvmFlags, say);
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException(
                "no step or peer is called \"%s\"; there are %s, %s"
                        .formatted(name, String.join(", ", steps()), String.join(", ", peers())));
    }
}
