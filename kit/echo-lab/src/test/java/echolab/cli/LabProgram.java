package echolab.cli;

import echolab.process.ChildProgram;
import java.util.ArrayList;
import java.util.List;

/// The command line in a JVM of its own, which starts as the launcher starts what is over soon.
final class LabProgram {

    private LabProgram() {}

    /// The words before those that somebody types.
    ///
    /// @param properties for the JVM, as `-Dname=value`
    static List<String> words(String... properties) {
        var words = new ArrayList<>(ChildProgram.java());
        words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        words.addAll(List.of(properties));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), Lab.class.getName()));
        return words;
    }
}
