package echolab.cli.workshop;

import echolab.cli.measure.OwnServer;
import echolab.workshop.Course;
import echolab.workshop.Exercise;
import echolab.workshop.folder.Workspace;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lab solution`: what the step has where you write.
@Command(name = "solution", description = "Shows what your method differs from the step's in.")
public final class SolutionCommand extends WorkshopCommand {

    @Parameters(paramLabel = "EXERCISE", description = "For example 2.3.")
    private String number;

    @Option(names = "--yes", description = "Do not ask when the exercise is not solved yet.")
    private boolean yes;

    @Option(
            names = "--apply",
            description =
                    "Also write it into your file, whose folder is copied to workshop/backup first.")
    private boolean apply;

    @Override
    int run(Course course) throws IOException {
        var exercise = exercise(course, number);
        if (!yes && !OwnServer.isSolved(course, exercise) && !isWanted(exercise)) {
            return 1;
        }
        var workspace = new Workspace(course, exercise.step());
        var diff = workspace.diff(exercise);
        if (diff.isEmpty()) {
            print("Your method is the step's, line for line.");
            return 0;
        }
        diff.forEach(line -> print(coloured(line)));
        if (apply) {
            var copy = workspace.backUp();
            workspace.solve(exercise);
            print("");
            print(
                    "Written into "
                            + relative(course, workspace.folder().resolve(exercise.source())));
            print("What you had is in " + relative(course, copy));
        }
        return 0;
    }

    private boolean isWanted(Exercise exercise) {
        if (!onTerminal()) {
            print(exercise.number() + " is not solved yet; --yes shows its solution all the same.");
            return false;
        }
        var answer =
                System.console()
                        .readLine(
                                "%s is not solved yet. Show its solution? [y/N] ",
                                exercise.number());
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    private String coloured(String line) {
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> ansi().string("@|green +|@") + line.substring(1);
            case '-' -> ansi().string("@|red -|@") + line.substring(1);
            default -> line;
        };
    }
}
