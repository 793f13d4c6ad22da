package echolab.cli.workshop;

import echolab.workshop.Course;
import echolab.workshop.folder.Workspace;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lab start`: writes the folder of a step for a participant to work in.
@Command(name = "start", description = "Writes the exercises of a step into workshop/.")
public final class StartCommand extends WorkshopCommand {

    @Parameters(
            paramLabel = "STEP",
            defaultValue = "01",
            description = "A step, for example 02 (default: ${DEFAULT-VALUE}).")
    private String step;

    @Option(
            names = "--reset",
            description = "Write it anew; what is there is copied to workshop/backup first.")
    private boolean reset;

    @Override
    int run(Course course) throws IOException {
        var workspace = new Workspace(course, step(course, step));
        var folder = relative(course, workspace.folder());
        if (!workspace.isStarted()) {
            workspace.start();
            print("Wrote " + folder + ":");
            print("open workshop/ in your IDE (a Maven project of all you start, JDK 25).");
        } else if (reset) {
            print("Copied what you had to " + relative(course, workspace.reset()));
            print("Wrote " + folder + " anew.");
        } else {
            print(folder + " is there, and was left as it is.");
            complete(workspace);
        }
        print("");
        printTask(course, course.of(step(course, step)).getFirst());
        print("./lab check   tells how far you are; ./lab watch does so whenever you save.");
        return 0;
    }

    private void complete(Workspace workspace) throws IOException {
        var written = workspace.completeAgain();
        if (written.isEmpty()) {
            print("./lab start %s --reset writes it anew.".formatted(step));
        } else {
            print("Some files of it were gone, and are there again:");
            written.forEach(file -> print("  " + file));
        }
    }
}
