package echolab.workshop.check;

import echolab.workshop.Course;
import echolab.workshop.Exercise;
import echolab.workshop.ExerciseNumber;
import echolab.workshop.WrongAnswer;
import echolab.workshop.folder.Form;
import echolab.workshop.folder.Skeleton;
import echolab.workshop.run.Compilation;
import echolab.workshop.run.Compilation.Problem;
import echolab.workshop.run.TestJvms;
import echolab.workshop.run.TestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A participant's folder in a given state: some exercises solved, some not, one perhaps wrong. Compiled and tested as `./lab check`
/// would.
final class Rehearsal implements AutoCloseable {

    /// What came of the tests of some exercises, by their number, in a state of a step.
    record Outcome(List<Problem> problems, Map<ExerciseNumber, List<TestResult>> results) {

        List<TestResult> of(Exercise exercise) {
            return results.getOrDefault(exercise.number(), List.of());
        }
    }

    private final Compilation compilation = new Compilation();
    private final TestJvms jvms;
    private final Course course;
    private final Path folder;
    private int count;

    Rehearsal(Course course, Path folder, TestJvms jvms) throws IOException {
        this.course = course;
        this.folder = folder;
        this.jvms = jvms;
    }

    /// The first so many exercises of a step are solved, the others not; tried are those, and the first that is not.
    Outcome solved(String step, int solved) throws IOException {
        var exercises = course.of(step);
        Function<Exercise, Form> form =
                exercise ->
                        exercises.indexOf(exercise) < solved
                                ? new Form.Solved()
                                : new Form.Unsolved();
        return attempt(step, form, exercises.subList(0, Math.min(solved + 1, exercises.size())));
    }

    /// Those before it are solved and the others not; it has a mistake in it, and is tried.
    Outcome wrong(Exercise exercise, WrongAnswer answer) throws IOException {
        return tried(exercise, new Form.Mistaken(answer));
    }

    /// As for a wrong answer, but what stands in the method is all somebody else's.
    Outcome answered(Exercise exercise, List<String> body) throws IOException {
        return tried(exercise, new Form.Written(body));
    }

    private Outcome tried(Exercise exercise, Form form) throws IOException {
        return attempt(
                exercise.step(),
                other ->
                        other.equals(exercise)
                                ? form
                                : other.number().compareTo(exercise.number()) < 0
                                        ? new Form.Solved()
                                        : new Form.Unsolved(),
                List.of(exercise));
    }

    private Outcome attempt(String step, Function<Exercise, Form> form, List<Exercise> tried)
            throws IOException {
        var skeleton = Files.createDirectories(folder.resolve("state " + count++));
        var classes = skeleton.resolve("classes");
        Skeleton.write(skeleton, new Skeleton(course, step).sources(form));
        var tests = tried.stream().flatMap(exercise -> exercise.tests().stream()).toList();
        var problems =
                compilation.compile(
                        skeleton.resolve("src/main"),
                        tried.stream()
                                .filter(Exercise::isBeside)
                                .map(exercise -> skeleton.resolve(exercise.source()))
                                .distinct()
                                .toList(),
                        course.root().resolve(step).resolve("src/test/java"),
                        tests,
                        classes);
        var results = new HashMap<ExerciseNumber, List<TestResult>>();
        for (var exercise : problems.isEmpty() ? tried : List.<Exercise>of()) {
            results.put(exercise.number(), new ArrayList<>(jvms.run(classes, exercise)));
        }
        return new Outcome(problems, results);
    }

    @Override
    public void close() throws IOException {
        compilation.close();
    }
}
