package echolab.cli.contract;

import echolab.bench.result.ContractResult;
import echolab.bench.result.SavedFile;
import echolab.cli.command.KnownServers;
import echolab.cli.command.LabCommand;
import echolab.cli.measure.OwnServer;
import echolab.contract.ContractReport;
import echolab.contract.ContractRun;
import echolab.contract.Fuzz;
import echolab.contract.Subject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lab contract`: holds a step, a program, or a running server against the contract.
@Command(
        name = "contract",
        description = "Holds an echo server against the contract.",
        customSynopsis = {
            "lab contract [--case TEXT] STEP|PEER",
            "       lab contract [--case TEXT] --workshop[=STEP]",
            "       lab contract [--case TEXT] --address HOST:PORT",
            "       lab contract [--case TEXT] -- COMMAND with {port} in it",
            "       lab contract [--case TEXT] [--save NAME] --all",
            "       lab contract [--case TEXT] --list",
            "       lab contract --fuzz SECONDS [--seed N] STEP|PEER|--address HOST:PORT|-- COMMAND",
        })
public final class ContractCommand extends LabCommand {

    @Option(
            names = "--address",
            paramLabel = "HOST:PORT",
            description = "A server that runs already, for example 127.0.0.1:8888.")
    private String address;

    @Option(
            names = "--workshop",
            arity = "0..1",
            fallbackValue = OwnServer.LAST,
            paramLabel = "STEP",
            description =
                    "Your own server, from workshop/: that of the last step you started, or of the one named, as in --workshop=02.")
    private Optional<String> workshop = Optional.empty();

    @Option(
            names = "--case",
            paramLabel = "TEXT",
            description = "Only the cases whose names contain this.")
    private String text = "";

    @Option(names = "--list", description = "Print the cases and run none.")
    private boolean list;

    @Option(
            names = "--all",
            description =
                    "Every step and every installed peer, and a table of who keeps what; about six minutes.")
    private boolean all;

    @Option(
            names = "--save",
            paramLabel = "NAME",
            description = "With --all: keep the table as docs/results/NAME.json.")
    private Optional<String> save = Optional.empty();

    @Option(
            names = "--fuzz",
            paramLabel = "SECONDS",
            description =
                    "Instead of the cases: for so long, 200 random conversations at a time; each byte is compared.")
    private Optional<Integer> fuzz = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "With --fuzz: the conversations of that seed (default: a new one).")
    private Optional<Long> seed = Optional.empty();

    @Parameters(
            paramLabel = "STEP",
            arity = "0..*",
            description =
                    "A step or peer, for example step02 or tokio; or after --, a command to start.")
    private List<String> words = List.of();

    @Override
    public Integer call() throws IOException {
        refuseOptionsThatDoNotMeet();
        var run = new ContractRun(text);
        var cases = run.cases();
        if (cases.isEmpty()) {
            throw bad("no case's name contains \"" + text + "\"; --list prints the names");
        }
        if (list) {
            print(cases);
            return 0;
        }
        if (all) {
            var matrix = new ContractMatrix(run, out(), ansi(), onTerminal());
            var folder = root().resolve("docs/results");
            var saved =
                    sensible(
                            () -> save.map(it -> SavedFile.named(folder, it, ContractResult.KIND)));
            return matrix.hold(root().resolve("target/contract.json"), saved) ? 0 : 1;
        }
        var subject =
                sensible(() -> {
                    var chosen = subject();
                    ContractRun.check(chosen);
                    return chosen;
                });
        var report = new ContractReport(out(), ansi(), onTerminal());
        if (fuzz.isPresent()) {
            var drawn = seed.orElseGet(() -> RandomGenerator.getDefault().nextLong(1L << 31));
            Fuzz.lasting(drawn, Duration.ofSeconds(fuzz.get())).run(subject, report);
        } else {
            run.run(subject, report);
        }
        return report.summary(subject.name()) ? 0 : 1;
    }

    private Subject subject() throws IOException {
        if (workshop.isPresent()) {
            return Subject.of(OwnServer.step(workshop.get()));
        }
        if (address != null) {
            return Subject.address(parsed(address));
        }
        if (words.isEmpty()) {
            throw bad(
                    "give a step ("
                            + String.join(", ", KnownServers.steps())
                            + "), a peer, --address HOST:PORT, -- COMMAND, or --all");
        }
        if (typed().contains("--")) {
            return Subject.program(words);
        }
        if (words.size() > 1) {
            throw bad("one step or peer at a time; a command to start goes after --");
        }
        return new KnownServers(this::print).named(words.getFirst()).held().make();
    }

    /// As it is written: `127.0.0.1:8888`, `localhost:8888` or `[::1]:8888`.
    ///
    /// @throws IllegalArgumentException when it is written another way, or the host has no address
    private static InetSocketAddress parsed(String address) {
        var colon = address.lastIndexOf(':');
        var host = colon < 1 ? "" : address.substring(0, colon).replaceAll("^\\[|]$", "");
        var digits = address.substring(colon + 1);
        if (host.isEmpty() || !digits.matches("\\d{1,5}")) {
            throw new IllegalArgumentException(
                    "\"%s\" is not HOST:PORT, for example 127.0.0.1:8888 or [::1]:8888"
                            .formatted(address));
        }
        var port = Integer.parseInt(digits);
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(
                    "a port is 1 to 65535, but \"%s\" says %s".formatted(address, port));
        }
        var found = new InetSocketAddress(host, port);
        if (found.isUnresolved()) {
            throw new IllegalArgumentException("no host is called " + host);
        }
        return found;
    }

    private void refuseOptionsThatDoNotMeet() {
        var named = Stream.of(workshop.isPresent(), address != null, !words.isEmpty());
        if (named.filter(it -> it).count() > 1) {
            throw bad("give --workshop or --address or a step or a command, not two of them");
        }
        if (fuzz.isPresent() && (all || list || !text.isEmpty())) {
            throw bad("--fuzz tries no cases: leave out --fuzz, or --case, --list and --all");
        }
        if (fuzz.isPresent() && fuzz.get() < 1) {
            throw bad("--fuzz takes a number of seconds from 1, not " + fuzz.get());
        }
        if (seed.isPresent() && fuzz.isEmpty()) {
            throw bad("--seed is of random conversations: say --fuzz SECONDS too");
        }
        if (all && (workshop.isPresent() || address != null || !words.isEmpty())) {
            throw bad("--all takes no step, no address and no command: it tries all there are");
        }
        if (save.isPresent() && !all) {
            throw bad("only the table of --all is saved: add --all, or leave out --save");
        }
        if (save.isPresent() && !text.isEmpty()) {
            throw bad("a table that is kept has all cases: leave out --case or --save");
        }
    }
}
