package echolab.epoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.epoll.LoopTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Does the runtime do what its rules say, in whatever order things happen? Random trees of tasks, scopes, time-outs, shields, races and
/// cancels run on it and on the [model][ModelTasks] of it, and all that is seen must be the same; with Flight Recorder too.
///
/// 2,000 trees here; `-Decholab.trees=100000` for more, and `-Decholab.trees.seed=N` for other ones (CONTRIBUTING says how). A failure shows
/// the smallest tree that was found, and the seed.
@LoopTest
@Tag("stress")
class RandomTreesTest {

    private static final int TREES = Integer.getInteger("echolab.trees", 2_000);
    private static final long SEED = Long.getLong("echolab.trees.seed", 1);
    private static final int HANGS_AFTER_SECONDS = 60;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    void a_random_tree_runs_as_its_model_does(boolean recorded) throws Exception {
        try (var recording = new Recording()) {
            if (recorded) {
                recording.start();
            }
            runTheTrees();
        }
    }

    private static void runTheTrees() throws Exception {
        var began = System.nanoTime();
        for (var seed = SEED; seed < SEED + TREES; seed++) {
            var story = Story.random(seed);
            if (difference(story).isPresent()) {
                throw new AssertionError("seed " + seed + "\n" + shrunk(story));
            }
        }
        var seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
        Files.writeString(
                Path.of("target", "trees.txt"),
                "%,d trees from seed %d on in %d s, no difference%n"
                        .formatted(TREES, SEED, seconds));
    }

    /// When such a cancel comes, nobody can say, so there is no model of it. But it is heard once, the tree ends, and no error is lost.
    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    void a_cancel_from_another_thread_is_heard_once_and_loses_nothing() throws Exception {
        var met = 0;
        for (var seed = SEED; seed < SEED + TREES / 4; seed++) {
            var story = new Story(Story.random(seed).main(), List.of());
            var play = new Play(new RealTasks());
            var random = new Random(seed);
            var other = Thread.ofPlatform().daemon().start(() -> strike(play, random));
            var log = onItsOwnThread(() -> play.play(story));
            other.join();
            assertThat(log)
                    .as("seed %d\n%s", seed, story)
                    .noneMatch(line -> line.matches("(LOST|it hangs|it breaks).*"));
            requireEachHeardOnce(story, log);
            met += new Play(new ModelTasks(0)).play(story).equals(log) ? 0 : 1;
        }
        assertThat(met).as("trees that a cancel has met").isPositive();
    }

    /// From when the tree has begun, and perhaps longer than it takes.
    private static void strike(Play play, Random random) {
        while (play.handles.isEmpty()) {
            Thread.onSpinWait();
        }
        for (var blows = 1 + random.nextInt(3); blows > 0; blows--) {
            var end = System.nanoTime() + random.nextInt(300_000);
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            var victims = List.copyOf(play.handles.values());
            victims.get(random.nextInt(victims.size())).cancel();
        }
    }

    /// One for the task, and one for each block in it that may be cancelled.
    private static void requireEachHeardOnce(Story story, List<String> log) {
        for (var task : story.main().bodies()) {
            var own = task.ownParts();
            var most = 1 + own.stream().filter(part -> part.kind().isCancelled()).count();
            var heard =
                    own.stream()
                            .filter(part -> part.kind().isWait())
                            .filter(part -> log.stream().anyMatch(part::wasCancelledBy))
                            .count();
            assertThat(heard)
                    .as("cancels in %d of\n%s\n%s", task.id(), story, log)
                    .isLessThanOrEqualTo(most);
        }
    }

    private static String shrunk(Story story) throws Exception {
        for (var smaller : (Iterable<Story>) story.smaller()::iterator) {
            if (smaller.size() < story.size() && difference(smaller).isPresent()) {
                return shrunk(smaller);
            }
        }
        return story + "\n" + difference(story).orElseThrow();
    }

    /// In words, or nothing.
    private static Optional<String> difference(Story story) throws Exception {
        var real = real(story);
        if (real.stream().anyMatch(line -> line.startsWith("LOST"))) {
            return Optional.of("an error has vanished\n" + String.join("\n", real));
        }
        var first = new ModelTasks(0);
        var expected = new Play(first).play(story);
        for (var order = 1; order < first.ordersOfTheLast() && !expected.equals(real); order++) {
            expected = new Play(new ModelTasks(order)).play(story);
        }
        return expected.equals(real) ? Optional.empty() : Optional.of(text(expected, real));
    }

    private static List<String> real(Story story) {
        var play = new Play(new RealTasks());
        return onItsOwnThread(() -> play.play(story));
    }

    /// So that a tree that hangs is one of those that can be shrunk.
    private static List<String> onItsOwnThread(Callable<List<String>> body) {
        var play = new FutureTask<>(body);
        Thread.ofPlatform().daemon().start(play);
        try {
            return play.get(HANGS_AFTER_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            return List.of("it hangs");
        } catch (ExecutionException | InterruptedException e) {
            return List.of("it breaks: " + e.getCause());
        }
    }

    private static String text(List<String> expected, List<String> real) {
        var same = 0;
        while (same < Math.min(expected.size(), real.size())
                && expected.get(same).equals(real.get(same))) {
            same++;
        }
        return "the same:\n  %s\nexpected:\n  %s\nseen:\n  %s"
                .formatted(
                        String.join("\n  ", real.subList(0, same)),
                        String.join("\n  ", expected.subList(same, expected.size())),
                        String.join("\n  ", real.subList(same, real.size())));
    }
}
