package echolab.cli.workshop;

import echolab.workshop.Course;
import echolab.workshop.Exercise;
import echolab.workshop.check.Checked;
import echolab.workshop.check.ExerciseChecker;
import echolab.workshop.folder.Workspace;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lab jump`: for who comes late, or wants to begin in the middle.
@Command(name = "jump", description = "Solves all that lies before a step or an exercise.")
public final class JumpCommand extends WorkshopCommand {

    @Parameters(paramLabel = "STEP|EXERCISE", description = "For example 04, or 2.3.")
    private String target;

    @Override
    int run(Course course) throws IOException {
        var to =
                target.contains(".")
                        ? exercise(course, target)
                        : course.of(step(course, target)).getFirst();
        try (var checker = new ExerciseChecker(course)) {
            for (var step : course.steps()) {
                if (step.compareTo(to.step()) <= 0) {
                    start(course, step);
                }
                if (course.of(step).getFirst().number().compareTo(to.number()) < 0) {
                    solve(course, step, checker.checkAll(step), to);
                }
            }
        }
        print("Now at " + to.name() + ": ./lab check " + to.number());
        return 0;
    }

    private void start(Course course, String step) throws IOException {
        var workspace = new Workspace(course, step);
        if (!workspace.isStarted()) {
            workspace.start();
            print("Wrote " + relative(course, workspace.folder()));
        }
    }

    private static String doesNotCompile(Course course, String step, Checked checked) {
        var first = checked.problems().getFirst();
        return "%s does not compile, so nobody can tell what of it is solved, and nothing was changed: %s:%s: %s. Mend it, or ./lab start %s --reset writes it anew"
                .formatted(
                        step,
                        relative(course, first.file()),
                        first.line(),
                        first.message().lines().findFirst().orElse(""),
                        Course.number(step));
    }

    /// What the participant has solved stays as it is.
    private void solve(Course course, String step, List<Checked> all, Exercise to)
            throws IOException {
        var workspace = new Workspace(course, step);
        for (var checked : all) {
            if (!checked.problems().isEmpty()) {
                throw new IOException(doesNotCompile(course, step, checked));
            }
        }
        var unsolved =
                all.stream()
                        .filter(checked -> checked.exercise().number().compareTo(to.number()) < 0)
                        .filter(checked -> !checked.isSolved())
                        .toList();
        if (!unsolved.stream().allMatch(Checked::isUntouched)) {
            print("Copied what you had to " + relative(course, workspace.backUp()));
        }
        for (var checked : unsolved) {
            workspace.solve(checked.exercise());
            print(ansi().string("@|green ✔|@ ") + checked.exercise().name());
        }
    }
}
