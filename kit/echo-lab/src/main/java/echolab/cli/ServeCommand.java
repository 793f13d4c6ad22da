package echolab.cli;

import echolab.EchoMain;
import echolab.EchoStep;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lab serve`: runs a step in the foreground, as its own `main` does, until Ctrl-C.
///
/// It runs in this JVM, not in a child: then Ctrl-C and SIGTERM reach the server itself, with nothing in between that
/// would have to pass them on.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs a step in the foreground until Ctrl-C.",
        customSynopsis = {"lab serve STEP [--host HOST] [--port PORT] [OPTION...]"},
        footer = {"", "The options are the step's own: see lab serve STEP --help."})
final class ServeCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "STEP", description = "A step, for example step02.")
    private String id;

    @Parameters(index = "1..*", hidden = true)
    private List<String> options = List.of();

    @Override
    public void run() {
        EchoMain.run(step(), options.toArray(String[]::new));
    }

    private EchoStep step() {
        return EchoStep.all().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ParameterException(spec.commandLine(), unknown()));
    }

    private String unknown() {
        var known = EchoStep.all().stream().map(EchoStep::id).collect(Collectors.joining(", "));
        return "no step " + id + "; there are " + known;
    }
}
