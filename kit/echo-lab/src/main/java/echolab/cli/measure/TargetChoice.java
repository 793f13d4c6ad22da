package echolab.cli.measure;

import echolab.bench.run.Target;
import echolab.cli.command.KnownServers;
import echolab.cli.command.KnownServers.Known;
import echolab.process.ServerCommand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// The options that say which servers `lab bench` measures. Steps, peers, and any other program; when none is named all
/// steps, and the C floor that they are compared with.
final class TargetChoice {

    private static final String ALL = "all";
    private static final Pattern OWN_PORT = Pattern.compile("(?<name>.+)@(?<port>[1-9][0-9]{0,4})");

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
                    "Another program too, with {port} where its port goes, as in --peer mine='./server {port}'; or NAME@PORT=COMMAND where it cannot be told its port.")
    private Map<String, String> programs = new LinkedHashMap<>();

    @Option(
            names = "--workshop",
            arity = "0..1",
            fallbackValue = OwnServer.LAST,
            paramLabel = "STEP",
            description =
                    "Your own server, from workshop/, beside the step's: that of the last step you started, or of the one named, as in --workshop=02.")
    private Optional<String> workshop = Optional.empty();

    @Option(
            names = "--loops",
            split = ",",
            paramLabel = "N",
            description =
                    "Of each server that can run several event loops, a row with so many, on as many CPUs, as in --loops 1,2,4: step05, tokio, go, and a --peer with {loops} in its command (default: 1).")
    private List<Integer> loops = List.of();

    @Option(
            names = "--reference",
            paramLabel = "SERVER",
            description =
                    "Take ratios to this one, which then runs twice (default: c-epoll, else step01, else the first).")
    private Optional<String> reference = Optional.empty();

    /// The server that was asked for as the reference.
    Optional<String> reference() {
        return reference;
    }

    /// What was chosen, the floor first; peers are built when they have to be.
    ///
    /// @param say is told what takes long, and which peers are left out
    /// @throws IllegalArgumentException when a name is unknown, or that of a peer that can't be built here
    /// @throws IOException when a peer does not compile, or the server of a participant
    List<Target> targets(Consumer<String> say) throws IOException {
        if (workshop.isPresent()) {
            return OwnServer.besideReference(workshop.get());
        }
        var targets = new ArrayList<>(KnownServers.measured(chosen(new KnownServers(say))));
        programs.forEach((name, command) -> targets.add(program(name, command)));
        return loops.isEmpty() ? targets : Target.withLoops(loops, targets);
    }

    /// @throws IllegalArgumentException when loops are compared by something else than one load, or in numbers that there are not
    void refuseLoops(boolean oneLoad) {
        if (!oneLoad && !loops.isEmpty()) {
            throw new IllegalArgumentException(
                    "--loops compares servers under our own load: leave out --ab, --idle, --find-rate and --warm-up-curve");
        }
        if (loops.stream().anyMatch(number -> number < 1)
                || new HashSet<>(loops).size() < loops.size()) {
            throw new IllegalArgumentException(
                    "--loops takes different numbers from 1 on, as in --loops 1,2,4");
        }
    }

    /// Whoever compares with peers compares with the floor too: a ratio is one to it.
    private Collection<Known> chosen(KnownServers servers) {
        var all = peers.contains(ALL);
        var floor =
                steps.isEmpty() || !peers.isEmpty()
                        ? List.of(KnownServers.FLOOR)
                        : List.<String>of();
        var chosen = new LinkedHashMap<String, Known>();
        var installed = servers.installed(all ? KnownServers.peers() : floor);
        Stream.of(
                        installed.stream().filter(peer -> peer.name().equals(KnownServers.FLOOR)),
                        (steps.isEmpty() ? KnownServers.steps() : steps)
                                .stream().map(servers::named),
                        all ? installed.stream() : peers.stream().map(servers::named))
                .flatMap(it -> it)
                .forEach(server -> chosen.putIfAbsent(server.name(), server));
        return chosen.values();
    }

    /// Any other program, whose command is split into words as a shell does it.
    private static Target program(String key, String command) {
        var own = OWN_PORT.matcher(key);
        var name = own.matches() ? own.group("name") : key;
        if (name.isBlank()
                || KnownServers.steps().contains(name)
                || KnownServers.peers().contains(name)) {
            throw new IllegalArgumentException(
                    "a program of yours needs a name that no step and no peer has, but it is called \"%s\""
                            .formatted(name));
        }
        var words = List.of("sh", "-c", "exec " + command);
        var server =
                own.matches()
                        ? ServerCommand.onItsPort(name, Integer.parseInt(own.group("port")), words)
                        : ServerCommand.ofProgram(name, words);
        return new Target(name, command, server);
    }
}
