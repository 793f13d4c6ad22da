package echolab.cli.measure;

import echolab.bench.result.JsonFile;
import echolab.bench.run.Target;
import echolab.cli.command.KnownServers;
import echolab.cli.command.LabCommand;
import echolab.trace.Counter;
import echolab.trace.SyscallsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lab syscalls`: counts which system calls an echo costs, in each step and peer.
@Command(
        name = "syscalls",
        description = "Counts the system calls per echo, by name, of steps and peers.",
        footer = {"", "A few seconds a server. Needs strace."})
public final class SyscallsCommand extends LabCommand {

    @Parameters(
            paramLabel = "TARGET",
            arity = "0..*",
            description =
                    "Steps and peers (default: the C floor and all steps; all: all peers too).")
    private List<String> names = List.of();

    @Option(
            names = "--connections",
            paramLabel = "N",
            description = "Busy connections, 1 to 5000 (default: ${DEFAULT-VALUE}).")
    private int connections = 100;

    @Option(
            names = "--payload",
            paramLabel = "BYTES",
            description = "Bytes of a message, 1 to 4096 (default: ${DEFAULT-VALUE}).")
    private int payload = 106;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "Messages of each connection, 1 to 10000 (default: ${DEFAULT-VALUE}).")
    private int rounds = 60;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result as JSON.")
    private Optional<Path> json = Optional.empty();

    @Override
    public Integer call() throws IOException {
        var counter = sensible(() -> new Counter(connections, payload, rounds));
        var result =
                counter.count(
                        sensible(this::targets), typed(), it -> err().println("counting " + it));
        show(SyscallsTable.render(result));
        if (json.isPresent()) {
            JsonFile.write(result, json.get());
            print("\nResult as JSON: " + json.get());
        }
        return result.targets().stream().allMatch(t -> t.failure().isEmpty()) ? 0 : 1;
    }

    private List<Target> targets() throws IOException {
        var servers = new KnownServers(err()::println);
        if (!names.isEmpty() && !names.equals(List.of("all"))) {
            return KnownServers.measured(names.stream().distinct().map(servers::named).toList());
        }
        var peers = names.isEmpty() ? List.of(KnownServers.FLOOR) : KnownServers.peers();
        var all = Stream.concat(peers.stream(), KnownServers.steps().stream());
        return KnownServers.measured(servers.installed(all.toList()));
    }
}
