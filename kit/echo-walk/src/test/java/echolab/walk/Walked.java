package echolab.walk;

import echolab.EchoStep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Recordings of the steps as they are, for tests.
final class Walked {

    static final Path ROOT = Path.of("../..");

    private Walked() {}

    static Recording of(String id, String scene) throws IOException {
        return of(id, Scene.of(id, scene));
    }

    /// The recording that the book has.
    static Recording inTheBook(String id, String scene) throws IOException {
        return Recording.read(ROOT.resolve("docs/walks/%s-%s.json".formatted(id, scene)));
    }

    /// The recording without its values: who ran which method, and what the clients did.
    static List<String> story(Recording recording) {
        return IntStream.range(0, recording.steps().size()).mapToObj(recording::deed).toList();
    }

    static Recording of(String id, Scene scene) throws IOException {
        var step =
                EchoStep.all().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow();
        return WalkRecorder.record(step, scene, Optional.empty(), ROOT);
    }
}
