package echolab.bench.machine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How a server was started, told without the folders of the machine that it was started on: a result file is read
/// elsewhere: it says `java` and `kit/echo-lab/target`, not where those lay.
public final class CommandWords {

    private CommandWords() {}

    /// The words with the folders of the JDK, of this repository and of the user left out.
    public static List<String> anywhere(List<String> words) {
        var folders =
                Map.of(
                        folder("java.home", "bin"), "",
                        folder("echolab.root"), "",
                        folder("user.home"), "~/");
        return words.stream().map(word -> without(folders, word)).toList();
    }

    private static String without(Map<String, String> folders, String word) {
        var told = word;
        // the longest first: a repository may lie in the user's folder
        for (var folder :
                folders.keySet().stream()
                        .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                        .toList()) {
            told = told.replace(folder, folders.get(folder));
        }
        return told;
    }

    private static String folder(String property, String... below) {
        var path = Path.of(System.getProperty(property, "."), below).toAbsolutePath().normalize();
        return path + "/";
    }
}
