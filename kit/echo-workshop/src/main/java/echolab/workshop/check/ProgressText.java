package echolab.workshop.check;

import echolab.workshop.Course;
import echolab.workshop.Exercise;
import echolab.workshop.folder.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/// How far a participant has come: every exercise of every step, as its tests say now.
public final class ProgressText {

    private ProgressText() {}

    public static List<String> of(Course course, ExerciseChecker checker, Ansi ansi)
            throws IOException {
        var lines = new ArrayList<String>();
        var solved = 0;
        for (var step : course.steps()) {
            lines.add(ansi.string("@|bold " + step + "|@"));
            if (!new Workspace(course, step).isStarted()) {
                var exercises = course.of(step);
                var minutes = exercises.stream().mapToInt(Exercise::minutes).sum();
                lines.add(
                        "  not started: %s exercises, %s minutes: ./lab start %s"
                                .formatted(exercises.size(), minutes, Course.number(step)));
                continue;
            }
            for (var checked : checker.checkAll(step)) {
                lines.add("  " + ansi.string(line(checked)));
                solved += checked.isSolved() ? 1 : 0;
            }
        }
        lines.add("");
        lines.add("%s of %s solved".formatted(solved, course.exercises().size()));
        return lines;
    }

    private static String line(Checked checked) {
        var name = checked.exercise().name();
        return switch (checked.state()) {
            case SOLVED -> "@|green ✔|@ " + name;
            case UNTOUCHED -> "@|faint ·|@ " + name;
            case BEGUN -> "@|red ✘|@ " + name;
            case DOES_NOT_COMPILE -> "@|red ✘|@ " + name + " (does not compile)";
        };
    }
}
