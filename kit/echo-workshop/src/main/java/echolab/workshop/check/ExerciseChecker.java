package echolab.workshop.check;

import echolab.workshop.Course;
import echolab.workshop.Exercise;
import echolab.workshop.Folders;
import echolab.workshop.MalformedFileException;
import echolab.workshop.folder.Workspace;
import echolab.workshop.run.Compilation;
import echolab.workshop.run.Compilation.Problem;
import echolab.workshop.run.TestJvms;
import echolab.workshop.run.TestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Finds out whether an exercise is solved. Compiles what the participant wrote together with the step's own tests, not
/// with the participant's copy of them, and runs those that prove the exercise. It keeps its compiler and the
/// process its child JVMs, which end with it, so the second check is faster than the first.
public final class ExerciseChecker implements AutoCloseable {

    /// Somebody may check in one terminal while another watches: each has a folder of its own.
    private static final String PROCESS = String.valueOf(ProcessHandle.current().pid());

    private static final String CHECKS = ".check";
    private static final TestJvms JVMS = new TestJvms();

    private final Course course;
    private final Compilation compilation = new Compilation();

    public ExerciseChecker(Course course) throws IOException {
        this.course = course;
        deleteLeftovers();
        JVMS.start(1);
    }

    /// What a check has left behind that was ended by Ctrl-C.
    private void deleteLeftovers() throws IOException {
        var checks = Workspace.all(course).resolve(CHECKS);
        if (!Files.isDirectory(checks)) {
            return;
        }
        try (var folders = Files.newDirectoryStream(checks, "[0-9]*")) {
            for (var folder : folders) {
                var process = Long.parseLong(folder.getFileName().toString());
                if (ProcessHandle.of(process).isEmpty()) {
                    Folders.delete(folder);
                }
            }
        }
    }

    /// @throws IOException when the step was not started, with the command that does
    public Checked check(Exercise exercise) throws IOException {
        JVMS.start(exercise.tests().size());
        return check(exercise.step(), List.of(exercise), false).getFirst();
    }

    /// All exercises of a step, in their order.
    public List<Checked> checkAll(String step) throws IOException {
        return check(step, course.of(step), false);
    }

    /// Of the steps that were started, the first exercise that is not solved; the last one when all are.
    ///
    /// @throws IOException when no step was started
    public Checked firstUnsolved() throws IOException {
        Checked last = null;
        for (var step : course.steps()) {
            if (!new Workspace(course, step).isStarted()) {
                continue;
            }
            last = check(step, course.of(step), true).getLast();
            if (!last.isSolved()) {
                return blamed(last);
            }
        }
        if (last == null) {
            throw new IOException("no step is started yet: ./lab start");
        }
        return last;
    }

    /// Where nothing compiles, no exercise is solved: the one that must be mended is the one in whose lines the compiler stopped.
    private Checked blamed(Checked checked) throws IOException {
        return checked.problems().isEmpty() || checked.blamesAnother().isEmpty()
                ? checked
                : check(checked.blamed().get());
    }

    private List<Checked> check(String step, List<Exercise> exercises, boolean stopAtUnsolved)
            throws IOException {
        var workspace = new Workspace(course, step);
        workspace.requireStarted();
        var classes = Workspace.all(course).resolve(CHECKS).resolve(PROCESS).resolve(step);
        Folders.delete(classes);
        var problems = compile(workspace, exercises, classes);
        var checked = new ArrayList<Checked>();
        for (var exercise : exercises) {
            var results = problems.isEmpty() ? JVMS.run(classes, exercise) : List.<TestResult>of();
            checked.add(checked(workspace, exercise, problems, results));
            if (stopAtUnsolved && !checked.getLast().isSolved()) {
                break;
            }
        }
        return checked;
    }

    /// A source that is gone leaves many errors in others, so it is told first.
    private List<Problem> compile(Workspace workspace, List<Exercise> exercises, Path classes)
            throws IOException {
        var step = workspace.folder().getFileName();
        var gone = workspace.goneSources();
        if (!gone.isEmpty()) {
            return gone;
        }
        return compilation.compile(
                sources(workspace),
                workspace.sourcesBeside(exercises),
                course.root().resolve(step).resolve("src/test/java"),
                exercises.stream().flatMap(exercise -> exercise.tests().stream()).toList(),
                classes);
    }

    private static Path sources(Workspace workspace) throws IOException {
        var main = workspace.folder().resolve("src/main");
        if (!Files.isDirectory(main.resolve("java"))) {
            throw new IOException(
                    "the folder %s is gone: ./lab start %s writes it again"
                            .formatted(
                                    main.resolve("java"),
                                    Course.number(workspace.folder().getFileName().toString())));
        }
        return main;
    }

    /// Whoever has removed the tags can still be checked.
    private Checked checked(
            Workspace workspace,
            Exercise exercise,
            List<Problem> problems,
            List<TestResult> results)
            throws IOException {
        var blamed = new Blame(course, workspace, exercise.step()).of(problems, results);
        try {
            var asGiven = workspace.isAsGiven(exercise);
            var line = workspace.lineOf(exercise);
            return new Checked(exercise, problems, results, asGiven, blamed, line);
        } catch (MalformedFileException _) {
            return new Checked(exercise, problems, results, false, blamed, 0);
        }
    }

    @Override
    public void close() throws IOException {
        Folders.delete(Workspace.all(course).resolve(CHECKS).resolve(PROCESS));
        compilation.close();
    }
}
