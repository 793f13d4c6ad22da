package echolab.workshop.check;

import echolab.workshop.Course;
import echolab.workshop.Exercise;
import echolab.workshop.Folders;
import echolab.workshop.WrongAnswer;
import echolab.workshop.check.Rehearsal.Outcome;
import echolab.workshop.run.TestJvms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Several rehearsals at a time, since tests of answers mostly wait: whoever asks for all of them first, and then for what came of each, has
/// them sooner.
final class Rehearsals implements AutoCloseable {

    private interface Attempt {
        Outcome by(Rehearsal rehearsal) throws IOException;
    }

    private final ExecutorService threads = Executors.newFixedThreadPool(5);
    private final Queue<Rehearsal> free = new ConcurrentLinkedQueue<>();
    private final Map<String, Future<Outcome>> states = new ConcurrentHashMap<>();
    private final TestJvms jvms = new TestJvms();
    private final AtomicInteger count = new AtomicInteger();
    private final Path folder = Files.createTempDirectory("rehearsals");
    final Course course;

    Rehearsals(Course course) throws IOException {
        this.course = course;
    }

    /// The first so many exercises of a step are solved, the others not; tried are those, and the first that is not.
    Future<Outcome> solved(String step, int solved) {
        return states.computeIfAbsent(
                step + " " + solved, _ -> begin(rehearsal -> rehearsal.solved(step, solved)));
    }

    Future<Outcome> wrong(Exercise exercise, WrongAnswer answer) {
        return begin(rehearsal -> rehearsal.wrong(exercise, answer));
    }

    Future<Outcome> answered(Exercise exercise, List<String> body) {
        return begin(rehearsal -> rehearsal.answered(exercise, body));
    }

    private Future<Outcome> begin(Attempt attempt) {
        return threads.submit(() -> {
            var idle = free.poll();
            var rehearsal =
                    idle == null
                            ? new Rehearsal(
                                    course, folder.resolve("" + count.incrementAndGet()), jvms)
                            : idle;
            try {
                return attempt.by(rehearsal);
            } finally {
                free.add(rehearsal);
            }
        });
    }

    @Override
    public void close() throws IOException {
        threads.close();
        for (var rehearsal : free) {
            rehearsal.close();
        }
        jvms.close();
        Folders.delete(folder);
    }
}
