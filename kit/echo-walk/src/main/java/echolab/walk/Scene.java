package echolab.walk;

import echolab.process.Resource;
import java.util.ArrayList;
import java.util.HashMap;
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
///   while EventLoop.waitForEvents after Inbox.isEmpty : server stops
///   [step02]
///   say Connection.read "channel.read(" : …
///   show Connection buffer.position as position
/// ```
///
/// The clients wait for nothing but the server: each acts when all of its threads sleep, so that a scene is the same story each time; or, where
/// it says `while`, when one of them stands at that place and all others sleep.
///
/// @param name `one-echo`
/// @param program a class to run instead of the server, by its full name; empty for the server
/// @param arguments of the server's command line
/// @param jvmFlags that this scene needs
/// @param wrong the file of a wrong answer that the server is to be built with; empty for none
/// @param stage lines of a [Stage] that are added to that of the step
public record Scene(
        String name,
        String title,
        String about,
        String program,
        List<String> arguments,
        List<String> jvmFlags,
        String wrong,
        List<Act> acts,
        List<Saying> sayings,
        List<String> stage) {

    private static final String ALL = "scenes.txt";

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
        return lines(ALL)
                .map(line -> List.of(line.split("\\s+")))
                .filter(words -> words.contains(number))
                .map(List::getFirst)
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
                    case "title", "about", "with", "jvm", "program", "wrong" ->
                            told.put(first, line.substring(first.length()).strip());
                    case "say", "ask" -> sayings.add(Saying.parse(line));
                    case "show", "hide", "without", "classes" -> stage.add(line);
                    default -> acts.add(Act.parse(line));
                }
            }
        }
        return new Scene(
                name,
                told.getOrDefault("title", name),
                told.getOrDefault("about", ""),
                told.getOrDefault("program", ""),
                words(told.get("with")),
                words(told.get("jvm")),
                told.getOrDefault("wrong", ""),
                acts,
                sayings,
                stage);
    }

    private static List<String> words(String line) {
        return line == null ? List.of() : List.of(line.split(" "));
    }

    /// Without empty lines and what stands behind a `#`.
    static Stream<String> lines(String resource) {
        return Resource.text(Scene.class, resource)
                .lines()
                .map(line -> line.replaceFirst("^#.*", "").strip())
                .filter(line -> !line.isEmpty());
    }
}
