package echolab.cli;

import echolab.bench.Target;
import echolab.bench.report.JsonFile;
import echolab.trace.Counter;
import echolab.trace.SyscallsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lab syscalls`: counts which system calls an echo costs, in each step and peer.
@Command(
        name = "syscalls",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Counts the system calls an echo, by name, of steps and peers.",
        footer = {"", "A few seconds a server. Needs strace."})
final class SyscallsCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "TARGET",
            arity = "0..*",
            description =
                    "Steps and peers (default: the C floor and all steps; all: all peers too).")
    private List<String> names = List.of();

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "100",
            description = "Busy connections, 1 to 5000 (default: ${DEFAULT-VALUE}).")
    private int connections;

    @Option(
            names = "--payload",
            paramLabel = "BYTES",
            defaultValue = "106",
            description = "Bytes of a message, 1 to 4096 (default: ${DEFAULT-VALUE}).")
    private int payload;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "60",
            description = "Messages of each connection, 1 to 10000 (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result as JSON.")
    private Optional<Path> json = Optional.empty();

    @Override
    public Integer call() throws IOException {
        var err = spec.commandLine().getErr();
        var out = spec.commandLine().getOut();
        var result =
                counter()
                        .count(targets(), Lab.words(spec), name -> err.println("counting " + name));
        out.print(SyscallsTable.render(result));
        if (json.isPresent()) {
            JsonFile.write(result, json.get());
            out.println("\nResult as JSON: " + json.get());
        }
        out.flush();
        return result.targets().stream().allMatch(t -> t.failure().isEmpty()) ? 0 : 1;
    }

    private Counter counter() {
        try {
            return new Counter(connections, payload, rounds);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private List<Target> targets() throws IOException {
        var known = new Targets(spec.commandLine().getErr()::println);
        var targets = new ArrayList<Target>();
        try {
            for (var name : chosen(known)) {
                targets.add(known.named(name));
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        return targets;
    }

    private List<String> chosen(Targets known) {
        if (!names.isEmpty() && !names.equals(List.of("all"))) {
            return names.stream().distinct().toList();
        }
        var peers = names.isEmpty() ? List.of(Targets.FLOOR) : Targets.peers();
        return Stream.concat(known.installed(peers).stream(), Targets.steps().stream()).toList();
    }
}
