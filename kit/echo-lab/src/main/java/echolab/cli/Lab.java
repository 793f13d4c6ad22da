package echolab.cli;

import echolab.bench.machine.Revision;
import echolab.cli.contract.ContractCommand;
import echolab.cli.measure.BenchCommand;
import echolab.cli.measure.JmhCommand;
import echolab.cli.measure.PeersCommand;
import echolab.cli.measure.ProfileCommand;
import echolab.cli.measure.ReportCommand;
import echolab.cli.measure.SyscallsCommand;
import echolab.cli.measure.TraceCommand;
import echolab.cli.measure.WalkCommand;
import echolab.cli.workshop.CheckCommand;
import echolab.cli.workshop.HintCommand;
import echolab.cli.workshop.JumpCommand;
import echolab.cli.workshop.ProgressCommand;
import echolab.cli.workshop.ResetCommand;
import echolab.cli.workshop.ScheduleCommand;
import echolab.cli.workshop.SolutionCommand;
import echolab.cli.workshop.StartCommand;
import echolab.cli.workshop.TaskCommand;
import echolab.cli.workshop.WatchCommand;
import echolab.workshop.FileTrouble;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
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
        mixinStandardHelpOptions = true,
        description = {
            "Echo Lab: the same echo server five times, proved and measured.",
            "",
            "  lab start               write the first exercises, and begin",
            "  lab watch               check them whenever you save",
            "  lab bench               measure the steps side by side",
            "  lab contract step02     hold a step against the contract",
            "  lab test                run all tests",
            "",
        },
        customSynopsis = "lab COMMAND [OPTION...]",
        commandListHeading = "%nAll commands:%n",
        subcommands = {
            StartCommand.class,
            TaskCommand.class,
            CheckCommand.class,
            WatchCommand.class,
            HintCommand.class,
            SolutionCommand.class,
            ProgressCommand.class,
            JumpCommand.class,
            ResetCommand.class,
            BenchCommand.class,
            ReportCommand.class,
            TraceCommand.class,
            WalkCommand.class,
            SyscallsCommand.class,
            ProfileCommand.class,
            JmhCommand.class,
            ContractCommand.class,
            LauncherCommand.Test.class,
            BookCommand.class,
            ServeCommand.class,
            PeersCommand.class,
            DoctorCommand.class,
            ScheduleCommand.class,
            LauncherCommand.Prepare.class,
            LauncherCommand.Format.class,
            LauncherCommand.Clean.class,
            CompletionCommand.class,
            HelpCommand.class,
        })
public final class Lab {

    private Lab() {}

    public static void main(String[] args) throws IOException {
        // Whoever types only `lab` wants to know what there is, and has made no mistake.
        Locale.setDefault(Locale.ROOT); // the figures in English text, whatever the machine speaks
        // else JLine asks a terminal what it can do, and where the answer is late, one of its
        // threads puts back what others have set in the meantime
        System.setProperty("org.jline.terminal.graphemeCluster", "false");
        var code = commandLine().execute(args.length == 0 ? new String[] {"--help"} : args);
        System.exit(isLost() ? Math.max(1, code) : code);
    }

    /// Java is silent when nobody gets what it prints. A pipe, which leads to no other path, has a reader: one that has had enough, as `head`,
    /// is no failure.
    private static boolean isLost() throws IOException {
        var to = new File("/proc/self/fd/1").getCanonicalPath();
        var lost = System.out.checkError() && !to.endsWith("/fd/1");
        if (lost) {
            System.err.println(
                    "lab: what it prints could not be written to %s: is its disk full, or the terminal gone?"
                            .formatted(to));
        }
        return lost;
    }

    static CommandLine commandLine() {
        var lab = new CommandLine(new Lab());
        // What follows the step's name belongs to the step: `lab serve step02 --port 8888`.
        lab.getSubcommands().get("serve").setStopAtPositional(true);
        lab.getCommandSpec().versionProvider(Lab::version);
        lab.getSubcommands()
                .values()
                .forEach(c -> c.getCommandSpec().versionProvider(Lab::version));
        return lab.setParameterExceptionHandler(badArguments())
                .setExecutionExceptionHandler(failure())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /// A clone has no release: its commit says which it is.
    private static String[] version() {
        var commit = Revision.here().map(r -> r.commit() + (r.dirty() ? ", changed" : ""));
        return new String[] {
            "Echo Lab, commit " + commit.orElse("unknown"), "Java " + Runtime.version()
        };
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
            var said =
                    switch (e) {
                        case IOException failure -> FileTrouble.said(failure);
                        case UncheckedIOException failure -> FileTrouble.said(failure.getCause());
                        default -> "this is a bug of ours: " + e;
                    };
            command.getErr().println(command.getColorScheme().errorText(name + ": " + said));
            if (System.getenv("ECHOLAB_DEBUG") != null) {
                e.printStackTrace(command.getErr());
            }
            return 1;
        };
    }
}
