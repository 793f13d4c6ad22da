package echolab.walk;

import echolab.process.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// What happens to a server in a recording: what its clients do, in which order, and what is said of it. The resource `scenes.txt` says how it
/// is written.
///
/// The clients wait for nothing but the server: each acts when all of its threads sleep, so that a scene is the same story each time.
///
/// @param name `one-echo`
/// @param program a class to run instead of the server, by its full name; empty for the server
/// @param wrong the file of a wrong answer that the server is to be built with; empty for none
/// @param stage lines of a [Stage] that are added to that of the step
public record Scene(
        String name,
        String title,
        String about,
        String program,
        String wrong,
        List<Act> acts,
        List<Saying> sayings,
        List<String> stage) {

    /// The names of those that a step has, the simplest first.
    public static List<String> names(String step) {
        return having(step.replace("step", ""));
    }

    /// The one that shows best what an exercise is about.
    ///
    /// @param exercise its number, `2.2`
    public static String about(String exercise) {
        return having(exercise).stream().findFirst().orElse("one-echo");
    }

    private static List<String> having(String number) {
        return lines("scenes.txt").stream()
                .map(line -> List.of(line.split("\\s+")))
                .filter(words -> words.contains(number))
                .map(List::getFirst)
                .toList();
    }

    /// @throws IllegalArgumentException when the step has no such scene
    public static Scene of(String step, String name) {
        var names = names(step);
        if (!names.contains(name)) {
            throw new IllegalArgumentException(
                    "%s has no scene \"%s\"; it has %s"
                            .formatted(step, name, String.join(", ", names)));
        }
        return parse(step, name, lines(name + ".scene"));
    }

    static Scene parse(String step, String name, List<String> lines) {
        var told = new HashMap<String, String>();
        var acts = new ArrayList<Act>();
        var sayings = new ArrayList<Saying>();
        var stage = new ArrayList<String>();
        var mine = true;
        for (var line : lines) {
            var first = line.split(" ", 2)[0];
            if (first.startsWith("[")) {
                mine = line.contains(step);
            } else if (mine) {
                switch (first) {
                    case "title", "about", "program", "wrong" ->
                            told.put(first, line.substring(first.length()).strip());
                    case "say", "ask" -> sayings.add(Saying.parse(line));
                    case "show", "hide", "without", "jvm", "with" -> stage.add(line);
                    default -> acts.add(Act.parse(line));
                }
            }
        }
        return new Scene(
                name,
                told.getOrDefault("title", name),
                told.getOrDefault("about", ""),
                told.getOrDefault("program", ""),
                told.getOrDefault("wrong", ""),
                acts,
                sayings,
                stage);
    }

    /// Without empty lines and what stands behind a `#`.
    static List<String> lines(String resource) {
        return Resource.text(Scene.class, resource)
                .lines()
                .map(line -> line.replaceFirst("^#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
