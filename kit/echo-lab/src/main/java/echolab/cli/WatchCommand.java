package echolab.cli;

import echolab.workshop.Checker;
import echolab.workshop.Course;
import echolab.workshop.Course.UnknownException;
import echolab.workshop.Watch;
import java.io.IOException;
import java.util.Optional;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lab watch`: checks at every save.
@Command(name = "watch", description = "Checks the exercise at every save, on a screen of its own.")
final class WatchCommand extends WorkshopCommand {

    @Parameters(
            paramLabel = "EXERCISE",
            arity = "0..1",
            description = "For example 2.3; without one, the first that is not solved.")
    private Optional<String> number = Optional.empty();

    @Override
    int run(Course course) throws IOException, UnknownException {
        var console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new IOException("watch needs a terminal; ./lab check works without one");
        }
        try (var checker = new Checker(course);
                var terminal = TerminalBuilder.builder().system(true).build()) {
            var exercise =
                    number.isPresent()
                            ? course.exercise(number.get())
                            : checker.firstUnsolved().exercise();
            Watch.run(course, terminal, checker, exercise);
        }
        return 0;
    }
}
