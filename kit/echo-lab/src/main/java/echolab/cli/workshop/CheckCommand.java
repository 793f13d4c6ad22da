package echolab.cli.workshop;

import echolab.workshop.Course;
import echolab.workshop.check.CheckText;
import echolab.workshop.check.ExerciseChecker;
import echolab.workshop.folder.Workspace;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lab check`: tells whether an exercise is solved.
@Command(
        name = "check",
        description = "Runs the tests of an exercise, or of the next unsolved one.")
public final class CheckCommand extends ExerciseCommand {

    @Option(
            names = "--restore-tests",
            description = "Put the tests in your folder back as they were.")
    private boolean restoreTests;

    @Override
    int run(Course course) throws IOException {
        try (var checker = new ExerciseChecker(course)) {
            var checked = isNamed() ? checker.check(exercise(course)) : checker.firstUnsolved();
            tests(course, new Workspace(course, checked.exercise().step()));
            print(CheckText.of(checked, course, ansi(), WIDTH));
            return checked.isSolved() ? 0 : 1;
        }
    }

    /// The participant's copy of the tests is for reading and for the IDE; what counts are those of the step.
    private void tests(Course course, Workspace workspace) throws IOException {
        var changed = workspace.changedTests();
        if (changed.isEmpty()) {
            return;
        }
        if (restoreTests) {
            var copy = workspace.backUp();
            workspace.restoreTests();
            print("Restored the tests that were not as they were:");
            changed.forEach(test -> print("  " + test));
            print("What you had is in " + relative(course, copy));
        } else {
            print("These tests in your folder are not as they were;");
            print("checked is with the originals:");
            changed.forEach(test -> print("  " + test));
            print("./lab check --restore-tests puts them back.");
        }
        print("");
    }
}
