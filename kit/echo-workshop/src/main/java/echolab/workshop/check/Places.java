package echolab.workshop.check;

import echolab.workshop.Course;
import echolab.workshop.Folders;
import echolab.workshop.folder.Workspace;
import echolab.workshop.run.Compilation.Problem;
import echolab.workshop.run.TestResult;
import echolab.workshop.run.TestResult.Outcome;
import java.io.IOException;
import java.nio.file.Path;

/// Where a participant is to look: paths as short as they can be.
///
/// @param course the exercises, and where their repository lies
record Places(Course course) {

    /// The innermost place in the participant's sources where it was thrown; else the method of the exercise.
    String of(Checked checked, TestResult result) {
        var exercise = checked.exercise();
        var folder = new Workspace(course, exercise.step()).folder();
        for (var place : result.places()) {
            var colon = place.lastIndexOf(':');
            var name = place.substring(0, colon);
            // a test of step 05 runs in a task, so there are frames of ours below it that say
            // nothing
            if (result.outcome() != Outcome.TODO
                    && !checked.blamed().orElse(exercise).source().endsWith("/" + name)) {
                continue;
            }
            try {
                var files = Folders.files(folder.resolve("src")).stream();
                var file = files.filter(path -> path.endsWith(name)).findFirst();
                if (file.isPresent()) {
                    return relative(file.get()) + place.substring(colon);
                }
            } catch (IOException _) {
                break;
            }
        }
        var line = checked.line() == 0 ? "" : ":" + checked.line();
        return relative(folder.resolve(exercise.source())) + line;
    }

    String of(Problem problem) {
        return relative(problem.file()) + (problem.line() < 1 ? "" : ":" + problem.line());
    }

    boolean areTheParticipants(Path file) {
        return file.startsWith(Workspace.all(course));
    }

    /// From the folder that the participant has open; what lies elsewhere from the repository's.
    private String relative(Path file) {
        if (areTheParticipants(file)) {
            var inside = Workspace.all(course).relativize(file);
            return inside.subpath(1, inside.getNameCount()).toString();
        }
        return file.startsWith(course.root())
                ? course.root().relativize(file).toString()
                : file.toString();
    }
}
