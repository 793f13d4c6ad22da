package echolab.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Whether a process rests: all of its threads that can run code sleep, and none of them has run between two looks. That is a fact, not a guess from
/// a time that has passed, so it holds on a busy machine as well.
final class Stillness {

    private static final long LIMIT_NANOS = 120_000_000_000L;

    /// Threads of the JVM that run no Java code, as Linux cuts their names. One of them wakes four times a second, and on a busy machine two looks
    /// take longer than that.
    private static final Pattern KEEPS_HOUSE =
            Pattern.compile(
                    "\\d+ \\((Monitor Deflati|Service Thread|VM Periodic Tas|C[12] CompilerThre)\\)");

    interface Condition {

        boolean isMet() throws IOException;
    }

    private final Path threads;

    Stillness(long pid) {
        threads = Path.of("/proc", String.valueOf(pid), "task");
    }

    /// Asks again and again. What it waits for comes within milliseconds; the limit only ends a hang.
    ///
    /// @param otherwise what is wrong when it has not come in two minutes
    static void await(Condition condition, String otherwise) throws IOException {
        var begun = System.nanoTime();
        while (!condition.isMet()) {
            if (System.nanoTime() - begun > LIMIT_NANOS) {
                throw new IOException(otherwise);
            }
        }
    }

    boolean isProven() {
        try {
            var before = look();
            return all(before, 'S') && before.equals(look());
        } catch (IOException | UncheckedIOException _) {
            return false; // a thread has ended meanwhile: something runs
        }
    }

    /// Whether SIGSTOP has reached all threads.
    boolean isStopped() throws IOException {
        return all(look(), 'T');
    }

    private static boolean all(Map<Path, String> threads, char state) {
        return threads.values().stream().allMatch(seen -> seen.charAt(0) == state);
    }

    /// By thread, its state and how often it was given a CPU.
    ///
    /// The count is read before the state: who slept at the first look, and has the same count at the second, has slept all the time between.
    private Map<Path, String> look() throws IOException {
        var seen = new HashMap<Path, String>();
        try (var all = Files.newDirectoryStream(threads)) {
            for (var thread : all) {
                var runs = Files.readString(thread.resolve("schedstat"));
                var stat = Files.readString(thread.resolve("stat"));
                if (!KEEPS_HOUSE.matcher(stat).lookingAt()) {
                    seen.put(thread, stat.charAt(stat.lastIndexOf(')') + 2) + runs);
                }
            }
        }
        return seen;
    }
}
