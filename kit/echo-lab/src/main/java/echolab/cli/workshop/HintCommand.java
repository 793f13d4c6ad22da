package echolab.cli.workshop;

import echolab.workshop.Course;
import echolab.workshop.Exercise;
import echolab.workshop.TerminalProse;
import echolab.workshop.folder.HintLadder;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lab hint`: the next rung, or one that was shown before.
@Command(name = "hint", description = "Shows the next hint to an exercise, or one again.")
public final class HintCommand extends ExerciseCommand {

    @Parameters(
            index = "1",
            paramLabel = "HINT",
            arity = "0..1",
            description = "1 shows the first hint again.")
    private Optional<Integer> again = Optional.empty();

    @Override
    int run(Course course) throws IOException {
        var exercise = exercise(course);
        var ladder = new HintLadder(course);
        var rung = again.isPresent() ? shown(exercise, ladder, again.get()) : ladder.next(exercise);
        if (!isNamed()) {
            print(exercise.name());
        }
        print(TerminalProse.hint(exercise, rung, WIDTH, ansi()));
        print("");
        print(
                rung < exercise.hints().size()
                        ? "./lab hint %s shows the next one.".formatted(exercise.number())
                        : "That was the last one; ./lab solution %s shows the solution."
                                .formatted(exercise.number()));
        return 0;
    }

    private int shown(Exercise exercise, HintLadder ladder, int rung) throws IOException {
        var last = ladder.last(exercise);
        if (rung < 1 || rung > last) {
            throw bad(
                    "of the hints to %s you have seen %s: ./lab hint %1$s shows the next one"
                            .formatted(
                                    exercise.number(), last == 0 ? "none" : "those up to " + last));
        }
        return rung;
    }
}
