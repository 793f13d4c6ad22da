package echolab.bench.machine;

import java.nio.file.Path;
import java.util.List;

/// How a server was started, told without the folders of the machine that it was started on: a result file is read
/// elsewhere: it says `java` and `kit/echo-lab/target`, not where those lay.
public final class CommandWords {

    private CommandWords() {}

    /// The words with the folders of the JDK, of this repository and of the user left out.
    public static List<String> anywhere(List<String> words) {
        return words.stream().map(CommandWords::anywhere).toList();
    }

    /// A repository may lie in the user's folder, which comes last.
    private static String anywhere(String word) {
        return word.replace(folder("java.home", "bin"), "")
                .replace(folder("echolab.root"), "")
                .replace(folder("user.home"), "~/");
    }

    private static String folder(String property, String... below) {
        var path = Path.of(System.getProperty(property, "."), below).toAbsolutePath().normalize();
        return path + "/";
    }
}
