package echolab.cli;

import echolab.contract.ContractReport;
import echolab.contract.ContractRun;
import echolab.contract.Subject;
import echolab.process.ServerCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lab contract`: holds a step, a program, or a running server against the contract.
@Command(
        name = "contract",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Holds an echo server against the contract.",
        customSynopsis = {
            "lab contract [--case TEXT] STEP|PEER",
            "       lab contract [--case TEXT] --address HOST:PORT",
            "       lab contract [--case TEXT] -- COMMAND with {port} in it",
            "       lab contract [--case TEXT] [--save NAME] --all",
            "       lab contract [--case TEXT] --list",
        })
final class ContractCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--address",
            paramLabel = "HOST:PORT",
            description = "A server that runs already, for example 127.0.0.1:8888.")
    private String address;

    @Option(
            names = "--case",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Only the cases whose names contain this.")
    private String text;

    @Option(names = "--list", description = "Print the cases and run none.")
    private boolean list;

    @Option(
            names = "--all",
            description =
                    "Every step and every installed peer, and a table of who keeps what; about four minutes.")
    private boolean all;

    @Option(
            names = "--save",
            paramLabel = "NAME",
            description = "With --all: keep the table as docs/results/NAME.json.")
    private Optional<String> save = Optional.empty();

    @Parameters(
            paramLabel = "STEP",
            arity = "0..*",
            description =
                    "A step or peer, for example step02 or tokio; or after --, a command to start.")
    private List<String> words = List.of();

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        var run = new ContractRun(text);
        var cases = run.cases();
        if (cases.isEmpty()) {
            throw bad("no case's name contains \"" + text + "\"; --list prints the names");
        }
        if (list) {
            cases.forEach(out::println);
            return 0;
        }
        var ansi = spec.commandLine().getColorScheme().ansi();
        if (all) {
            var files = files();
            return new ContractMatrix(run, out, ansi, onTerminal()).hold(files) ? 0 : 1;
        }
        if (save.isPresent()) {
            throw bad("only the table of --all is saved: add --all, or leave out --save");
        }
        var subject = checkedSubject();
        var report = new ContractReport(out, ansi, onTerminal());
        run.run(subject, report);
        return report.summary(subject.name()) ? 0 : 1;
    }

    private Subject checkedSubject() throws IOException {
        try {
            var subject = subject();
            ContractRun.check(subject);
            return subject;
        } catch (IllegalArgumentException e) {
            throw bad(e.getMessage());
        }
    }

    private Subject subject() throws IOException {
        if (address != null) {
            if (!words.isEmpty()) {
                throw bad("give --address or a step or a command, not two of them");
            }
            return Subject.address(HostPort.parse(address));
        }
        if (words.isEmpty()) {
            throw bad(
                    "give a step ("
                            + String.join(", ", Targets.steps())
                            + "), a peer, --address HOST:PORT, -- COMMAND, or --all");
        }
        var command = spec.commandLine().getParseResult().originalArgs().contains("--");
        return command ? program() : stepOrPeer();
    }

    private Subject stepOrPeer() throws IOException {
        if (words.size() > 1) {
            throw bad("one step or peer at a time; a command to start goes after --");
        }
        return new Subjects(spec.commandLine().getOut()::println).named(words.getFirst());
    }

    /// Where the matrix goes: always to the folder of what was built, and to the results when it is to be kept.
    private List<Path> files() {
        if (address != null || !words.isEmpty()) {
            throw bad("--all takes no step, no address and no command: it tries all there are");
        }
        var root = Path.of(System.getProperty("echolab.root", ""));
        var files = new ArrayList<>(List.of(root.resolve("target/contract.json")));
        if (save.isPresent()) {
            if (!text.isEmpty()) {
                throw bad("a table that is kept has all cases: leave out --case or --save");
            }
            if (!save.get().matches("[a-z0-9][a-z0-9.-]*")) {
                throw bad(
                        "\"%s\" is no name for a file of results: use small letters, digits and -"
                                .formatted(save.get()));
            }
            files.add(root.resolve("docs/results/" + save.get() + ".json"));
        }
        return files;
    }

    private Subject program() {
        if (words.stream().noneMatch(word -> word.contains(ServerCommand.PORT))) {
            throw bad(
                    "the command does not say where its port goes: write {port} in it, as in: -- ./server --port {port}");
        }
        return Subject.program(words);
    }

    private ParameterException bad(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /// A console may be there without a terminal behind it: since JDK 22, `System.console()` alone does not tell.
    private static boolean onTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }
}
