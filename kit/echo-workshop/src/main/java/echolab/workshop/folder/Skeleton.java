package echolab.workshop.folder;

import echolab.workshop.Course;
import echolab.workshop.Exercise;
import echolab.workshop.Folders;
import echolab.workshop.MalformedFileException;
import echolab.workshop.WrongAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// A step as something to fill in. Its sources are copied, and of each exercise the method's body is carved out.
///
/// @param course the exercises
/// @param step the folder of the step
public record Skeleton(Course course, String step) {

    private static final String IMPORT = "import echolab.workshop.Todo;";

    /// All files below the step's `src/main` and those of the exercises beside it, their paths relative to the step's folder, with
    /// each exercise in the form that is asked for.
    public SequencedMap<Path, List<String>> sources(Function<Exercise, Form> form)
            throws IOException {
        var files = files("src/main");
        for (var exercise : course.of(step)) {
            var path = Path.of(exercise.source());
            if (!files.containsKey(path)) {
                files.put(path, read(exercise));
            }
            files.put(
                    path,
                    inForm(form.apply(exercise), exercise, marked(exercise, files.get(path))));
        }
        return files;
    }

    private List<String> read(Exercise exercise) throws IOException {
        var file = course.root().resolve(step).resolve(exercise.source());
        if (!Files.exists(file)) {
            throw new MalformedFileException(
                    "exercise " + exercise.number(),
                    step + "/" + exercise.source() + " is not there");
        }
        return Files.readAllLines(file);
    }

    private List<String> marked(Exercise exercise, List<String> lines)
            throws MalformedFileException {
        return exercise.method().isEmpty()
                ? lines
                : Region.marked(
                        step + "/" + exercise.source(),
                        lines,
                        exercise.method().get(),
                        exercise.tag());
    }

    /// The step's tests, as they are, without what is an exercise.
    SequencedMap<Path, List<String>> tests() throws IOException {
        var files = files("src/test");
        course.of(step).forEach(exercise -> files.remove(Path.of(exercise.source())));
        return files;
    }

    private List<String> inForm(Form form, Exercise exercise, List<String> lines)
            throws IOException {
        var file = step + "/" + exercise.source();
        var region = Region.find(file, lines, exercise.tag());
        return switch (form) {
            case Form.Solved _ -> region.with(region.lines());
            case Form.Mistaken(var answer) -> region.with(answer.applyTo(region.lines()));
            case Form.Unsolved _ when exercise.bug().isPresent() ->
                    region.with(bug(exercise).applyTo(region.lines()));
            case Form.Unsolved _ ->
                    withImport(region.with(region.withBody(file, List.of(statement(exercise)))));
            case Form.Written(var all) when region.isOfSeveral() -> region.with(all);
            case Form.Written(var body) -> region.with(region.withBody(file, body));
        };
    }

    private WrongAnswer bug(Exercise exercise) throws IOException {
        var name = exercise.bug().orElseThrow();
        var file = course.root().resolve("exercises/wrong").resolve(name);
        if (!Files.exists(file)) {
            throw new MalformedFileException(
                    "exercise " + exercise.number(), "there is no exercises/wrong/" + name);
        }
        return WrongAnswer.read(file);
    }

    private static String statement(Exercise exercise) {
        return "throw Todo.exercise(\"%s\", \"%s\");".formatted(exercise.number(), exercise.todo());
    }

    /// The lines of a file, with the import that a `Todo` needs: an IDE takes away one that is not used.
    static List<String> withImport(List<String> lines) {
        if (lines.contains(IMPORT)) {
            return lines;
        }
        var all = new ArrayList<>(lines);
        var at = 0;
        for (var i = 0; i < all.size(); i++) {
            var line = all.get(i);
            if (line.startsWith("package ")
                    || line.startsWith("import ") && line.compareTo(IMPORT) < 0) {
                at = i + 1;
            }
        }
        all.add(at, IMPORT);
        return all;
    }

    private SequencedMap<Path, List<String>> files(String below) throws IOException {
        var folder = course.root().resolve(step);
        var found = new TreeMap<Path, List<String>>();
        for (var path : Folders.files(folder.resolve(below))) {
            found.put(folder.relativize(path), Files.readAllLines(path));
        }
        return found;
    }

    /// Writes files below a folder.
    public static void write(Path folder, SequencedMap<Path, List<String>> files)
            throws IOException {
        for (var file : files.entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    /// Writes those that are not there.
    ///
    /// @return the files that were not there
    static List<Path> writeMissing(Path folder, SequencedMap<Path, List<String>> files)
            throws IOException {
        files.keySet().removeIf(file -> Files.exists(folder.resolve(file)));
        write(folder, files);
        return List.copyOf(files.keySet());
    }
}
