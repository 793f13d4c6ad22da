package echolab.bench;

import echolab.process.ChildProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What does a server's JVM choose for itself? On one CPU it takes another garbage collector than on eight.
final class JvmChoice {

    private static final Pattern COLLECTOR =
            Pattern.compile("bool Use(Serial|Parallel|G1|Z|Shenandoah|Epsilon)GC += true");

    private JvmChoice() {}

    /// The collector of a JVM with [Target#JVM_FLAGS] on the servers' CPU, for example `Serial`.
    static Optional<String> collector(Pinning pinning) {
        var words = new ArrayList<>(pinning.serverPrefix());
        words.addAll(ChildProgram.java());
        words.addAll(Target.JVM_FLAGS);
        words.addAll(List.of("-XX:+PrintFlagsFinal", "-version"));
        try {
            var java = ChildProgram.of(words).redirectErrorStream(true).start();
            var said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return COLLECTOR.matcher(said).results().map(match -> match.group(1)).findFirst();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
