package echolab.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What there is to see of a step: which classes are walked through, which of their values are shown, and by which number of a
/// descriptor a connection is known.
///
/// ```text
///   classes echolab.selector.*
///   without echolab.selector.IdleTimeout
///   known   Connection channel.fdVal
///   show    Connection key.interestOps as interest 1=read 4=write
/// ```
///
/// A value is a path of fields; no method of the server is called to see it.
///
/// @param folder the step's module
/// @param hidden methods that are stepped over, `Acceptor.paused`
/// @param apart how the names of threads begin that are left alone
/// @param known path of the descriptor's number by class
record Stage(
        String folder,
        List<String> classes,
        List<String> without,
        List<String> hidden,
        List<String> apart,
        Map<String, String> known,
        List<Shown> shown) {

    /// @param words what a value is called, by value
    record Shown(String type, String path, String name, Map<String, String> words) {

        String called(String value) {
            return words.getOrDefault(value, value);
        }
    }

    /// @param more lines for one scene
    static Stage of(String step, List<String> more) {
        var folder = "";
        var classes = new ArrayList<String>();
        var without = new ArrayList<String>();
        var hidden = new ArrayList<String>();
        var apart = new ArrayList<String>();
        var known = new HashMap<String, String>();
        var shown = new ArrayList<Shown>();
        var lines = Stream.concat(Scene.lines(step + ".stage"), more.stream());
        for (var line : lines.toList()) {
            var words = line.split("\\s+");
            switch (words[0]) {
                case "folder" -> folder = words[1];
                case "classes" -> classes.add(words[1]);
                case "without" -> without.add(words[1]);
                case "hide" -> hidden.addAll(List.of(words).subList(1, words.length));
                case "apart" -> apart.add(words[1]);
                case "known" -> known.put(words[1], words[2]);
                case "show" -> shown.add(shown(words));
                default -> throw new SceneException("%s.stage: no \"%s\"".formatted(step, line));
            }
        }
        return new Stage(folder, classes, without, hidden, apart, known, shown);
    }

    private static Shown shown(String[] words) {
        var called = new HashMap<String, String>();
        Stream.of(words)
                .filter(word -> word.contains("="))
                .map(word -> word.split("=", 2))
                .forEach(pair -> called.put(pair[0], pair[1].replace('_', ' ')));
        var name = words.length > 4 ? words[4] : words[2];
        return new Shown(words[1], words[2], name.replace('_', ' '), called);
    }
}
