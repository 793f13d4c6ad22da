package echolab.cli;

import echolab.EchoMain;
import echolab.cli.command.KnownServers;
import echolab.cli.command.LabCommand;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lab serve`: runs a step in the foreground, as its own `main` does, until Ctrl-C.
///
/// It runs in this JVM, not in a child: then Ctrl-C and SIGTERM reach the server itself, with nothing in between that
/// would have to pass them on.
@Command(
        name = "serve",
        description = "Runs a step in the foreground until Ctrl-C.",
        customSynopsis = {"lab serve STEP [--host HOST] [--port PORT] [OPTION...]"},
        footer = {"", "The options are the step's own: see lab serve STEP --help."})
public final class ServeCommand extends LabCommand {

    @Parameters(index = "0", paramLabel = "STEP", description = "A step, for example step02.")
    private String id;

    @Parameters(index = "1..*", hidden = true)
    private List<String> options = List.of();

    @Override
    public Integer call() throws IOException {
        EchoMain.run(sensible(() -> KnownServers.step(id)), options.toArray(String[]::new));
        return 0;
    }
}
