package echolab.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Which commands does the launcher `./lab` carry out itself? Those that run Maven, which cannot rebuild the jar that
/// it was called from. They are declared here so that the help names them.
@Command(mixinStandardHelpOptions = true)
abstract sealed class LauncherCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "the launcher does this, not the jar: run ./lab " + spec.name());
    }

    @Command(
            name = "test",
            description =
                    "Runs all tests of all modules, with --fast only the quick ones; what follows goes to Maven, for example -pl step01-blocking -am.")
    static final class Test extends LauncherCommand {}

    @Command(name = "format", description = "Formats the Java files as the build wants them.")
    static final class Format extends LauncherCommand {}

    @Command(name = "clean", description = "Removes what was built.")
    static final class Clean extends LauncherCommand {}

    @Command(
            name = "prepare",
            description =
                    "Fetches all that a workshop without a network needs, and proves it by running one without.")
    static final class Prepare extends LauncherCommand {}
}
