package echolab.bench.machine;

import echolab.process.ChildProgram;
import echolab.process.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        var said = new Tool(words, Map.of()).run().text();
        return COLLECTOR.matcher(said).results().map(match -> match.group(1)).findFirst();
    }
}
