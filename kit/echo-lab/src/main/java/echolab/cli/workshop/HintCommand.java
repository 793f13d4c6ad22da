package echolab.cli.workshop;

import echolab.workshop.Course;
import echolab.workshop.TerminalProse;
import echolab.workshop.folder.HintLadder;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lab hint`: the next of three.
@Command(name = "hint", description = "Shows the next of an exercise's three hints.")
public final class HintCommand extends WorkshopCommand {

    @Parameters(paramLabel = "EXERCISE", description = "For example 2.3.")
    private String number;

    @Override
    int run(Course course) throws IOException {
        var exercise = exercise(course, number);
        var rung = new HintLadder(course).next(exercise);
        var hint = exercise.hints().get(rung - 1);
        print(ansi().string("@|bold Hint " + rung + " of 3:|@ ") + hint.title());
        print("");
        print(TerminalProse.lines(hint.text(), WIDTH));
        print("");
        print(
                rung < 3
                        ? "./lab hint " + number + " again shows the next one."
                        : "That was the last one; ./lab solution "
                                + number
                                + " shows the solution.");
        return 0;
    }
}
