package echolab.workshop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The exercises that there are: all files `exercises/NN-….adoc`, in the order of their numbers.
///
/// @param root the folder of the repository
/// @param exercises in their order
public record Course(Path root, List<Exercise> exercises) {

    /// @throws IOException also when a file is malformed: the message says which, where, and what should stand there
    public static Course read(Path root) throws IOException {
        var exercises = new ArrayList<Exercise>();
        try (var files =
                Files.newDirectoryStream(root.resolve("exercises"), "[0-9][0-9]*-*.adoc")) {
            for (var file : files) exercises.add(ExerciseFile.read(file));
        }
        exercises.sort(Comparator.comparing(Exercise::number));
        return new Course(root, List.copyOf(exercises));
    }

    /// The folders of the steps that have exercises, in their order.
    public List<String> steps() {
        return exercises.stream().map(Exercise::step).distinct().toList();
    }

    public List<Exercise> of(String step) {
        return exercises.stream().filter(exercise -> exercise.step().equals(step)).toList();
    }

    /// Those of a step without which there is no whole server: all up to the last that cannot be left out.
    public List<Exercise> needed(String step) {
        var all = of(step);
        var count = all.size();
        while (count > 0 && all.get(count - 1).canBeLeftOut()) {
            count--;
        }
        return all.subList(0, count);
    }

    /// @param text a number, for example 2.3
    /// @throws IllegalArgumentException with the exercises there are
    public Exercise exercise(String text) {
        return exercises.stream()
                .filter(exercise -> exercise.number().toString().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> none("exercise " + text, exercises.stream().map(Exercise::number)));
    }

    /// @param text `02`, `2`, `step02` or the whole name of the folder
    /// @throws IllegalArgumentException with the steps there are
    public String step(String text) {
        var number = text.replaceAll("^(?:step)?0?(\\d)(?:-.*)?$", "0$1");
        return steps().stream()
                .filter(step -> number(step).equals(number))
                .findFirst()
                .orElseThrow(() ->
                        none(
                                "step " + text + " with exercises",
                                steps().stream().map(Course::number)));
    }

    public Optional<Exercise> next(Exercise exercise) {
        var at = exercises.indexOf(exercise) + 1;
        return at < exercises.size() ? Optional.of(exercises.get(at)) : Optional.empty();
    }

    /// What a participant's number for a step is: `02` for `step02-nio-selector`.
    public static String number(String step) {
        return step.replaceAll("^step(\\d+)-.*", "$1");
    }

    private static IllegalArgumentException none(String what, Stream<?> known) {
        var all = known.map(Object::toString).collect(Collectors.joining(", "));
        return new IllegalArgumentException("no " + what + "; there are " + all);
    }
}
