package echolab.cli;

import echolab.cli.command.LabCommand;
import picocli.CommandLine.Command;

/// The commands that the launcher `./lab` carries out itself: those that run Maven, which cannot rebuild the jar that
/// it was called from. They are declared here so that the help names them.
abstract sealed class LauncherCommand extends LabCommand {

    @Override
    public final Integer call() {
        throw bad("the launcher does this, not the jar: run ./lab " + spec().name());
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
