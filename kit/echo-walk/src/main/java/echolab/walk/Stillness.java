package echolab.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Whether a process rests: all of its threads sleep, and none of them has run between two looks. That is a fact, not a guess from
/// a time that has passed, so it holds on a busy machine as well.
final class Stillness {

    /// Threads that wake up now and then by themselves, by how their names begin: they have to sleep too, but may have run.
    private static final List<String> ALWAYS_ABOUT =
            List.of("VM Periodic", "Monitor Defl", "JDWP Transport", "slow-task", "Common-Cleaner");

    private final Path threads;

    Stillness(long pid) {
        threads = Path.of("/proc", String.valueOf(pid), "task");
    }

    boolean isProven() {
        try {
            var before = runs();
            return !before.containsValue(-1L) && before.equals(runs());
        } catch (IOException | UncheckedIOException _) {
            return false; // a thread has ended meanwhile: something runs
        }
    }

    /// Whether SIGSTOP has reached all threads.
    boolean isStopped() throws IOException {
        try (var all = Files.newDirectoryStream(threads)) {
            for (var thread : all) {
                if (state(Files.readString(thread.resolve("stat"))) != 'T') {
                    return false;
                }
            }
        }
        return true;
    }

    private static char state(String stat) {
        return stat.charAt(stat.lastIndexOf(')') + 2);
    }

    /// How often each thread was given a CPU; -1 for one that has one or wants one now.
    ///
    /// The count is read before the state: who slept at the first look, and has the same count at the second, has slept all the time between.
    private Map<String, Long> runs() throws IOException {
        var runs = new HashMap<String, Long>();
        try (var all = Files.newDirectoryStream(threads)) {
            for (var thread : all) {
                var times = Files.readString(thread.resolve("schedstat")).strip().split(" ");
                var stat = Files.readString(thread.resolve("stat"));
                var count =
                        ALWAYS_ABOUT.stream().anyMatch(name(stat)::startsWith)
                                ? 0
                                : Long.parseLong(times[2]);
                runs.put(thread.getFileName().toString(), state(stat) == 'S' ? count : -1L);
            }
        }
        return runs;
    }

    private static String name(String stat) {
        return stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    }
}
