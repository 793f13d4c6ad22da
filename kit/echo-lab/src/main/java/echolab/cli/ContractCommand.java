package echolab.cli;

import echolab.EchoStep;
import echolab.contract.ContractReport;
import echolab.contract.ContractRun;
import echolab.contract.Subject;
import echolab.process.ServerCommand;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
            "lab contract [--case TEXT] STEP",
            "       lab contract [--case TEXT] --address HOST:PORT",
            "       lab contract [--case TEXT] -- COMMAND with {port} in it",
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

    @Parameters(
            paramLabel = "STEP",
            arity = "0..*",
            description = "A step, for example step02; or after --, a command to start.")
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
        var subject = subject();
        ContractRun.check(subject);
        var ansi = spec.commandLine().getColorScheme().ansi();
        var report = new ContractReport(out, ansi, onTerminal());
        run.run(subject, report);
        return report.summary(subject.name()) ? 0 : 1;
    }

    private Subject subject() {
        if (address != null) {
            if (!words.isEmpty()) {
                throw bad("give --address or a step or a command, not two of them");
            }
            return Subject.address(parseAddress());
        }
        if (words.isEmpty()) {
            throw bad("give a step (" + knownSteps() + "), --address HOST:PORT, or -- COMMAND");
        }
        var command = spec.commandLine().getParseResult().originalArgs().contains("--");
        return command ? program() : step();
    }

    private Subject step() {
        if (words.size() > 1) {
            throw bad("one step at a time; a command to start goes after --");
        }
        return EchoStep.all().stream()
                .filter(step -> step.id().equals(words.getFirst()))
                .findFirst()
                .map(Subject::of)
                .orElseThrow(
                        () -> bad("no step " + words.getFirst() + "; there are " + knownSteps()));
    }

    private Subject program() {
        if (words.stream().noneMatch(word -> word.contains(ServerCommand.PORT))) {
            throw bad(
                    "the command does not say where its port goes: write {port} in it, as in: -- ./server --port {port}");
        }
        return Subject.program(words);
    }

    private InetSocketAddress parseAddress() {
        var colon = address.lastIndexOf(':');
        var host = colon < 1 ? "" : address.substring(0, colon).replaceAll("^\\[|]$", "");
        var digits = address.substring(colon + 1);
        if (host.isEmpty() || !digits.matches("\\d{1,5}")) {
            throw bad(
                    "\""
                            + address
                            + "\" is not HOST:PORT, for example 127.0.0.1:8888 or [::1]:8888");
        }
        var port = Integer.parseInt(digits);
        if (port < 1 || port > 65_535) {
            throw bad("a port is 1 to 65535, but \"" + address + "\" says " + port);
        }
        var socketAddress = new InetSocketAddress(host, port);
        if (socketAddress.isUnresolved()) {
            throw bad("no host is called " + host);
        }
        return socketAddress;
    }

    private ParameterException bad(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /// A console may be there without a terminal behind it: since JDK 22, `System.console()` alone does not tell.
    private static boolean onTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    private static String knownSteps() {
        return EchoStep.all().stream().map(EchoStep::id).collect(Collectors.joining(", "));
    }
}
