package echolab.cli;

import echolab.bench.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/// Which servers does `lab bench` measure? Steps, peers, and any other program; when none is named all steps, and the C
/// floor that they are compared with.
final class TargetChoice {

    private static final String ALL = "all";

    @Option(
            names = "--steps",
            split = ",",
            paramLabel = "STEP",
            description =
                    "Which steps, for example step01,step02; c-epoll is the C floor (default: all).")
    private List<String> steps = List.of();

    @Option(
            names = "--peers",
            arity = "0..1",
            split = ",",
            fallbackValue = ALL,
            paramLabel = "PEER",
            description =
                    "Other systems too: all that are installed, or those named, as in --peers=tokio,libuv; lab peers lists them.")
    private List<String> peers = List.of();

    @Option(
            names = "--peer",
            paramLabel = "NAME=COMMAND",
            description =
                    "Another program too, with {port} where its port goes, as in --peer mine='./server {port}'.")
    private Map<String, String> programs = new LinkedHashMap<>();

    @Option(
            names = "--workshop",
            arity = "0..1",
            fallbackValue = OwnServer.LAST,
            paramLabel = "STEP",
            description =
                    "Your own server, from workshop/, beside the step's: that of the last step you started, or of the one named, as in --workshop=02.")
    private Optional<String> workshop = Optional.empty();

    /// What was chosen, the floor first; peers are built when they have to be.
    ///
    /// @param say is told what takes long, and which peers are left out
    /// @throws IllegalArgumentException when a name is unknown, or that of a peer that can't be built here
    /// @throws IOException when a peer does not compile, or the server of a participant
    List<Target> targets(Consumer<String> say) throws IOException {
        if (workshop.isPresent()) {
            return OwnServer.besideReference(workshop.get());
        }
        var known = new Targets(say);
        var targets = new ArrayList<Target>();
        for (var name : names(known)) {
            targets.add(known.named(name));
        }
        programs.forEach((name, command) -> targets.add(known.program(name, command)));
        return targets;
    }

    /// Whoever compares with peers compares with the floor too: a ratio is one to it.
    private Set<String> names(Targets known) {
        var all = peers.contains(ALL);
        var names = new LinkedHashSet<String>();
        if (all) {
            var installed = known.installed(Targets.peers());
            names.addAll(installed.stream().filter(Targets.FLOOR::equals).toList());
            names.addAll(chosenSteps());
            names.addAll(installed);
        } else {
            if (steps.isEmpty() || !peers.isEmpty()) {
                names.addAll(known.installed(List.of(Targets.FLOOR)));
            }
            names.addAll(chosenSteps());
            names.addAll(peers);
        }
        return names;
    }

    private List<String> chosenSteps() {
        return steps.isEmpty() ? Targets.steps() : steps;
    }
}
