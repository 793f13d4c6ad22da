package echolab.cli;

import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.UnmatchedArgumentException;

/// The `lab` command. Each subcommand is thin: it reads options, calls one kit module, prints.
///
/// Exit codes: 0 done, 1 it ran and something failed, 2 the arguments make no sense.
@Command(
        name = "lab",
        description = "Echo Lab: the same echo server five times, proved and measured.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            BenchCommand.class,
            ContractCommand.class,
            ServeCommand.class,
            DoctorCommand.class,
            HelpCommand.class,
        })
public final class Lab {

    private Lab() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Lab())
                .setParameterExceptionHandler(badArguments())
                .setExecutionExceptionHandler(failure())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static IParameterExceptionHandler badArguments() {
        return (e, _) -> {
            var command = e.getCommandLine();
            var err = command.getErr();
            var name = command.getCommandSpec().qualifiedName();
            err.println(command.getColorScheme().errorText(name + ": " + e.getMessage()));
            UnmatchedArgumentException.printSuggestions(e, err);
            err.println("Try '" + name + " --help'.");
            return 2;
        };
    }

    private static IExecutionExceptionHandler failure() {
        return (e, command, _) -> {
            var name = command.getCommandSpec().qualifiedName();
            var said = e instanceof IOException ? e.getMessage() : "this is a bug of ours: " + e;
            command.getErr().println(command.getColorScheme().errorText(name + ": " + said));
            if (System.getenv("ECHOLAB_DEBUG") != null) {
                e.printStackTrace(command.getErr());
            }
            return 1;
        };
    }
}
