package echolab.bench.load;

import echolab.bench.result.AbOutput;
import echolab.process.Digits;
import echolab.process.Programs;
import echolab.process.Tool;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// One run of `ab`: what it printed, and what CPU time it took.
///
/// A shell stands around it and prints `times` at its end, since the CPU time of a process that has ended is its parent's
/// to know and Java does not ask. Nobody has to end it: it gives up when its server is gone.
///
/// @param printed all of it, as it was
/// @param cpuNanos of ab, in steps of 10 ms; empty where the shell does not tell
/// @param wallNanos from before its start until after its end
public record AbProcess(AbOutput output, String printed, OptionalLong cpuNanos, long wallNanos) {

    /// The original's command.
    public static final String ORIGINAL = "ab -n %s -c %s -k http://127.0.0.1:%s/";

    /// The same, but for `-q` (no line for each tenth) and `-s` (it gives up sooner).
    public static final String BRIEF = ORIGINAL.replace("ab ", "ab -q -s 10 ");

    private static final String SHELL = "\"$@\"; code=$?; times; exit $code";

    /// The second line of `times`: user and system time of what the shell started.
    private static final Pattern TIMES =
            Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*$");

    /// As `ab -V` says it, for example `ApacheBench 2.3`.
    ///
    /// @throws IOException when ab is not installed; names the package
    public static String version() throws IOException {
        if (!Programs.onPath("ab")) {
            throw new IOException(
                    "ab is not installed; Debian has it in its package apache2-utils");
        }
        return Tool.of("ab", "-V")
                .run()
                .text()
                .lines()
                .findFirst()
                .orElse("ab")
                .replaceAll("This is |,? Version|<.*>", "")
                .strip();
    }

    /// Runs it to its end.
    ///
    /// @param prefix what pins it to a CPU; may be empty
    /// @param command [#ORIGINAL] or [#BRIEF]
    /// @throws IOException when it ended with an error; holds what it said last
    public static AbProcess run(
            List<String> prefix,
            String command,
            InetSocketAddress server,
            int requests,
            int concurrency)
            throws IOException {
        var words = new ArrayList<>(List.of("sh", "-c", SHELL, "sh"));
        words.addAll(prefix);
        var ab = Digits.in(command, requests, concurrency, server.getPort());
        words.addAll(List.of(ab.split(" ")));
        var start = System.nanoTime();
        var said = new Tool(words, Map.of()).run();
        var wall = System.nanoTime() - start;
        var text = said.text();
        if (!said.succeeded()) {
            throw new IOException(
                    "ab ended with exit code %s: %s".formatted(said.code(), lastWords(text)));
        }
        return new AbProcess(AbOutput.parse(text), printed(text), cpuNanos(text), wall);
    }

    static OptionalLong cpuNanos(String said) {
        return TIMES.matcher(said)
                .results()
                .mapToLong(t -> nanos(t.group(1), t.group(2)) + nanos(t.group(3), t.group(4)))
                .findFirst();
    }

    private static long nanos(String minutes, String seconds) {
        return Math.round(
                (Long.parseLong(minutes) * 60 + Double.parseDouble(seconds)) * 1_000_000_000);
    }

    /// All but the lines of `times`.
    static String printed(String said) {
        return said.replaceAll("(?m)^\\d+m[\\d.]+s \\d+m[\\d.]+s\\s?", "").strip();
    }

    private static String lastWords(String said) {
        var words = printed(said).lines().reduce((_, last) -> last);
        return words.orElse("it said nothing");
    }
}
