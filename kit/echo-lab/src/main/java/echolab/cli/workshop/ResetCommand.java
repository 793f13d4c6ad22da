package echolab.cli.workshop;

import echolab.workshop.Course;
import echolab.workshop.folder.Workspace;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lab reset`: one exercise from the start, without the others.
@Command(
        name = "reset",
        description =
                "Hands one exercise out again; your folder is copied to workshop/backup first.")
public final class ResetCommand extends WorkshopCommand {

    @Parameters(paramLabel = "EXERCISE", description = "For example 2.3.")
    private String number;

    @Override
    int run(Course course) throws IOException {
        var exercise = exercise(course, number);
        var workspace = new Workspace(course, exercise.step());
        if (workspace.isAsGiven(exercise)) {
            print(exercise.name() + " is as it was handed out.");
            return 0;
        }
        var copy = workspace.handOutAgain(exercise);
        print("What you had is in " + relative(course, copy));
        print(ansi().string(headline(exercise)) + " is as it was handed out.");
        printPlace(course, exercise);
        return 0;
    }
}
