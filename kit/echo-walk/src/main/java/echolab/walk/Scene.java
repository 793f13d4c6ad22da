package echolab.walk;

import echolab.process.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What happens to a server in a recording: what its clients do, in which order, and what is said of it. It is a small text, the same for all
/// steps but for the words:
///
/// ```text
///   title   One echo
///   about   One client connects, sends five bytes, and gets them back.
///   A connects
///   A sends hello
///   [step02]
///   say Connection.read "channel.read(" : …
/// ```
///
/// The clients wait for nothing but the server: each acts when all of its threads sleep, so that a scene is the same story each time.
///
/// @param name `one-echo`
/// @param arguments of the server's command line
public record Scene(
        String name,
        String title,
        String about,
        List<String> arguments,
        List<Act> acts,
        List<Saying> sayings) {

    private static final String ALL = "scenes.txt";

    /// The names of those that a step has, the simplest first.
    public static List<String> names(String step) {
        return lines(ALL)
                .map(line -> line.split("\\s+", 2))
                .filter(words -> words[1].contains(step.replace("step", "")))
                .map(words -> words[0])
                .toList();
    }

    /// @throws SceneException when the step has no such scene
    public static Scene of(String step, String name) {
        if (!names(step).contains(name)) {
            throw new SceneException(
                    "%s has no scene \"%s\"; it has %s"
                            .formatted(step, name, String.join(", ", names(step))));
        }
        return parse(step, name, lines(name + ".scene").toList());
    }

    static Scene parse(String step, String name, List<String> lines) {
        var title = name;
        var about = "";
        var arguments = List.<String>of();
        var acts = new ArrayList<Act>();
        var sayings = new ArrayList<Saying>();
        var mine = true;
        for (var line : lines) {
            var rest = line.substring(line.indexOf(' ') + 1).strip();
            if (line.startsWith("[")) {
                mine = line.contains(step);
            } else if (!mine) {
                continue;
            } else if (line.startsWith("title ")) {
                title = rest;
            } else if (line.startsWith("about ")) {
                about = rest;
            } else if (line.startsWith("with ")) {
                arguments = List.of(rest.split(" "));
            } else if (line.startsWith("say ") || line.startsWith("ask ")) {
                sayings.add(Saying.parse(line));
            } else {
                acts.add(Act.parse(line));
            }
        }
        return new Scene(name, title, about, arguments, acts, sayings);
    }

    /// Without empty lines and what stands behind a `#`.
    static Stream<String> lines(String resource) {
        return Resource.text(Scene.class, resource)
                .lines()
                .map(line -> line.replaceFirst("^#.*", "").strip())
                .filter(line -> !line.isEmpty());
    }
}
