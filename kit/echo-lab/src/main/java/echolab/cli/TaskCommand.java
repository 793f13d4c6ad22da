package echolab.cli;

import echolab.workshop.Course;
import echolab.workshop.Course.UnknownException;
import echolab.workshop.Prose;
import echolab.workshop.Workspace;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lab task`: what was it again that I am to write?
@Command(name = "task", description = "Shows the question and the task of an exercise.")
final class TaskCommand extends WorkshopCommand {

    @Parameters(paramLabel = "EXERCISE", description = "For example 2.3.")
    private String number;

    @Override
    int run(Course course) throws IOException, UnknownException {
        var exercise = course.exercise(number);
        var folder = new Workspace(course, exercise.step()).folder();
        print(ansi().string(headline(exercise)));
        print("");
        print(Prose.lines(exercise.text(), WIDTH));
        print("");
        print("It is in " + relative(course, folder.resolve(exercise.source())));
        return 0;
    }
}
