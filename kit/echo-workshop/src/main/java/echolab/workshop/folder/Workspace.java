package echolab.workshop.folder;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import echolab.process.Resource;
import echolab.workshop.Course;
import echolab.workshop.Exercise;
import echolab.workshop.Folders;
import echolab.workshop.MalformedFileException;
import echolab.workshop.run.Compilation.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Where a participant works: in `workshop/step02-nio-selector`, a Maven module that an IDE opens: the step with its
/// exercises carved out, and the step's tests. What is in it is the participant's: nothing here overwrites it without a
/// copy.
public final class Workspace {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss.SSS");

    private static final String TODO = "throw Todo.exercise(";

    private final Course course;
    private final String step;
    private final Path folder;
    private final Skeleton skeleton;

    public Workspace(Course course, String step) {
        this.course = course;
        this.step = step;
        this.folder = all(course).resolve(step);
        this.skeleton = new Skeleton(course, step);
    }

    /// The folder of all steps that were started.
    public static Path all(Course course) {
        return course.root().resolve("workshop");
    }

    public Path folder() {
        return folder;
    }

    public boolean isStarted() {
        return Files.exists(folder);
    }

    /// Writes the folder. It must not be there.
    public void start() throws IOException {
        if (isStarted()) {
            throw new IOException(folder + " is there already");
        }
        Skeleton.write(folder, all());
        writePomOfAll();
    }

    /// Writes again what is gone, and leaves alone what is there.
    ///
    /// @return the files that were gone
    public List<Path> completeAgain() throws IOException {
        writePomOfAll();
        return Skeleton.writeMissing(folder, all());
    }

    private SequencedMap<Path, List<String>> all() throws IOException {
        var files = skeleton.sources(_ -> new Form.Unsolved());
        files.putAll(skeleton.tests());
        files.put(Path.of("pom.xml"), template("pom.xml", step));
        return files;
    }

    /// How an IDE opens what a participant has: by a `pom.xml` in `workshop`, which has the step folders that are there as
    /// its modules and the repository's own as its parent, so that all versions come from there. Our own modules come from
    /// a repository below `target`, which `./lab` fills whenever it has built them. It need not change when the next step is
    /// started.
    private void writePomOfAll() throws IOException {
        var modules =
                course.steps().stream().flatMap(each -> template("module.xml", each).stream());
        var lines =
                String.join("\n", template("all-steps.xml", step))
                        .replace("{modules}", modules.collect(Collectors.joining("\n")));
        Skeleton.writeMissing(
                all(course), new TreeMap<>(Map.of(Path.of("pom.xml"), lines.lines().toList())));
    }

    /// The build has written the version of the parent into the templates.
    private static List<String> template(String name, String step) {
        return Resource.text(Workspace.class, name).replace("{step}", step).lines().toList();
    }

    /// The sources of exercises that are gone, and what brings them back.
    public List<Problem> goneSources() {
        return course.of(step).stream()
                .map(exercise -> folder.resolve(exercise.source()))
                .distinct()
                .filter(file -> !Files.exists(file))
                .map(file -> new Problem(file, 0, "this file is gone: " + bringsBack()))
                .toList();
    }

    private String bringsBack() {
        return "./lab start %s writes it again".formatted(Course.number(step));
    }

    /// Copies the folder beside, before something changes in it.
    ///
    /// @return where the copy is
    public Path backUp() throws IOException {
        var copy =
                all(course)
                        .resolve("backup")
                        .resolve(step + " " + WHEN.format(LocalDateTime.now()));
        var target = folder.resolve("target");
        var work = Folders.files(folder).stream().filter(file -> !file.startsWith(target)).toList();
        Folders.copy(work, folder, copy);
        return copy;
    }

    /// Starts anew.
    ///
    /// @return where the copy of what was there is
    public Path reset() throws IOException {
        var copy = backUp();
        Folders.delete(folder);
        start();
        return copy;
    }

    /// The files of the tests that are not as they were: edited, or gone.
    public List<Path> changedTests() throws IOException {
        return skeleton.tests().entrySet().stream()
                .filter(test -> !isAsItWas(test.getKey(), test.getValue()))
                .map(test -> test.getKey())
                .toList();
    }

    private boolean isAsItWas(Path test, List<String> lines) {
        try {
            return Files.readAllLines(folder.resolve(test)).equals(lines);
        } catch (IOException _) {
            return false;
        }
    }

    public void restoreTests() throws IOException {
        Skeleton.write(folder, skeleton.tests());
    }

    /// Puts the step's own method in the place of the participant's.
    public void solve(Exercise exercise) throws IOException {
        write(exercise, yours(exercise).with(solution(exercise).lines()));
    }

    /// Puts the method as it was handed out in the place of the participant's; says where the copy of what was there is.
    public Path handOutAgain(Exercise exercise) throws IOException {
        var copy = backUp();
        var lines = yours(exercise).with(given(exercise).lines());
        write(exercise, hasTodo(lines) ? Skeleton.withImport(lines) : lines);
        return copy;
    }

    /// Lines end as they do in the participant's file.
    private void write(Exercise exercise, List<String> lines) throws IOException {
        var file = folder.resolve(exercise.source());
        var end = Files.readString(file).contains("\r\n") ? "\r\n" : "\n";
        Files.writeString(file, String.join(end, lines) + end);
    }

    /// What the participant wrote against what the step has, as a unified diff; empty when there is no difference.
    public List<String> diff(Exercise exercise) throws IOException {
        var yours = yours(exercise).lines();
        var patch = DiffUtils.diff(yours, solution(exercise).lines());
        return UnifiedDiffUtils.generateUnifiedDiff(
                "yours", "the step's", yours, patch, yours.size());
    }

    /// Whether the method stands there as it was handed out, as a `Todo` or with the bug that is to be found.
    public boolean isAsGiven(Exercise exercise) throws IOException {
        return given(exercise).lines().equals(yours(exercise).lines());
    }

    /// Where the method begins: the line of its signature, from 1.
    public int lineOf(Exercise exercise) throws IOException {
        var region = yours(exercise);
        return region.before().size() + 1 + region.firstLineOfCode();
    }

    /// Whether a line of the participant's file, from 1, is of the exercise.
    public boolean hasLine(Exercise exercise, long line) throws IOException {
        var region = yours(exercise);
        var count = Files.readAllLines(folder.resolve(exercise.source())).size();
        return line > region.before().size() && line <= count - region.after().size();
    }

    /// The participant's sources, in which of all other exercises what is left to do is as the step has it.
    SequencedMap<Path, List<String>> completedBut(Exercise wanted) throws IOException {
        requireStarted();
        var files = new TreeMap<Path, List<String>>();
        for (var path : sources()) {
            files.put(folder.relativize(path), Files.readAllLines(path));
        }
        for (var exercise : course.of(step)) {
            var file = Path.of(exercise.source());
            if (files.containsKey(file)
                    && !exercise.equals(wanted)
                    && (hasTodo(exercise) || isAsGiven(exercise))) {
                var region = Region.find(step + "/" + file, files.get(file), exercise.tag());
                files.put(file, region.with(solution(exercise).lines()));
            }
        }
        return files;
    }

    /// Whether there is a `Todo` in the method still.
    boolean hasTodo(Exercise exercise) throws IOException {
        return hasTodo(yours(exercise).lines());
    }

    private static boolean hasTodo(List<String> lines) {
        return lines.stream().anyMatch(line -> line.contains(TODO));
    }

    /// @throws IOException when the folder is not there, with the command that writes it
    public void requireStarted() throws IOException {
        if (!isStarted()) {
            throw new IOException(
                    "%s is not started yet: ./lab start %s".formatted(step, Course.number(step)));
        }
    }

    private Region yours(Exercise exercise) throws IOException {
        requireStarted();
        var name = "workshop/" + step + "/" + exercise.source();
        try {
            var lines = Files.readAllLines(folder.resolve(exercise.source()));
            return Region.find(name, lines, exercise.tag());
        } catch (NoSuchFileException _) {
            throw new MalformedFileException(name, "this file is gone: " + bringsBack());
        } catch (CharacterCodingException _) {
            throw new MalformedFileException(
                    name, "there are bytes in it that are not UTF-8: save the file in UTF-8");
        }
    }

    private Region solution(Exercise exercise) throws IOException {
        return inStep(exercise, new Form.Solved());
    }

    private Region given(Exercise exercise) throws IOException {
        return inStep(exercise, new Form.Unsolved());
    }

    private Region inStep(Exercise exercise, Form form) throws IOException {
        var file = Path.of(exercise.source());
        var lines = skeleton.sources(_ -> form).get(file);
        return Region.find(step + "/" + file, lines, exercise.tag());
    }

    /// The participant's sources, for who wants to see changes.
    List<Path> sources() throws IOException {
        var sources = new ArrayList<>(Folders.files(folder.resolve("src/main")));
        sourcesBeside(course.of(step)).stream().filter(Files::exists).forEach(sources::add);
        return sources;
    }

    /// Those of the exercises that are no part of the server.
    public List<Path> sourcesBeside(List<Exercise> exercises) {
        return exercises.stream()
                .filter(Exercise::isBeside)
                .map(exercise -> folder.resolve(exercise.source()))
                .distinct()
                .toList();
    }
}
