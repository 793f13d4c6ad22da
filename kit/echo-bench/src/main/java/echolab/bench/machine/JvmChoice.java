package echolab.bench.machine;

import echolab.process.ChildProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a server's JVM chooses for itself: on one CPU it takes another garbage collector than on eight.
public final class JvmChoice {

    private static final Pattern COLLECTOR =
            Pattern.compile("bool Use(Serial|Parallel|G1|Z|Shenandoah|Epsilon)GC += true");

    private JvmChoice() {}

    /// The collector of a JVM with these flags on the servers' CPU, for example `Serial`.
    public static Optional<String> collector(Pinning pinning, List<String> flags) {
        var words = new ArrayList<>(pinning.serverPrefix());
        words.addAll(ChildProgram.java());
        words.addAll(flags);
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
