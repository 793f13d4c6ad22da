package echolab.walk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What there is to see of a step, and how it is started for that. The resource `scenes.txt` says how it is written.
///
/// A value is a path of fields; no method of the server is called to see it.
final class Stage {

    final List<String> classes = new ArrayList<>();
    final List<String> without = new ArrayList<>();
    final List<String> hidden = new ArrayList<>();
    final List<String> apart = new ArrayList<>();

    /// The path of the descriptor's number, by class.
    final Map<String, String> known = new HashMap<>();

    /// What is shown of an object, by class.
    final Map<String, List<Shown>> shown = new HashMap<>();

    /// The system call, by class and method.
    final Map<String, String> calls = new HashMap<>();

    final List<String> jvmFlags = new ArrayList<>();
    final List<String> arguments = new ArrayList<>();
    private String folder = "";

    /// @param words what a value is called, by value
    record Shown(String path, String name, Map<String, String> words) {

        String called(String value) {
            return words.getOrDefault(value, value);
        }
    }

    /// @param more lines for one scene
    Stage(String step, List<String> more) {
        var lines = Stream.of(Scene.lines("every.stage"), Scene.lines(step + ".stage"), more);
        for (var line : lines.flatMap(List::stream).toList()) {
            var words = List.of(line.split("\\s+"));
            var rest = words.subList(1, words.size());
            switch (words.getFirst()) {
                case "folder" -> folder = words.get(1);
                case "classes" -> classes.addAll(rest);
                case "without" -> without.addAll(rest);
                case "hide" -> hidden.addAll(rest);
                case "apart" -> apart.addAll(rest);
                case "known" -> known.put(words.get(1), words.get(2));
                case "show" ->
                        shown.computeIfAbsent(words.get(1), _ -> new ArrayList<>())
                                .add(shown(rest));
                case "call" -> calls.put(words.get(1), words.get(2));
                case "jvm" -> jvmFlags.addAll(rest);
                case "with" -> arguments.addAll(rest);
                default ->
                        throw new IllegalArgumentException(
                                "%s.stage: no \"%s\"".formatted(step, line));
            }
        }
    }

    private static Shown shown(List<String> line) {
        var words =
                line.stream()
                        .filter(word -> word.contains("="))
                        .map(word -> word.replace('_', ' ').split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return new Shown(line.get(1), line.get(3).replace('_', ' '), words);
    }

    Path sources(Path root) {
        return root.resolve(folder).resolve("src/main/java");
    }

    /// The classes that the JVM makes of lambdas have no lines to look at.
    boolean isWalked(String type) {
        return !type.contains("$$") && matches(classes, type) && !matches(without, type);
    }

    private static boolean matches(List<String> patterns, String type) {
        return patterns.stream()
                .anyMatch(pattern ->
                        pattern.endsWith("*")
                                ? type.startsWith(pattern.substring(0, pattern.length() - 1))
                                : type.equals(pattern));
    }
}
