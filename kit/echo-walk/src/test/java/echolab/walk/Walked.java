package echolab.walk;

import echolab.EchoStep;
import echolab.process.ServerCommand;
import java.io.IOException;
import java.nio.file.Path;

/// Recordings of the steps as they are, for tests.
final class Walked {

    static final Path ROOT = Path.of("../..");

    private Walked() {}

    static Recording of(String id, String scene) throws IOException {
        return of(id, Scene.of(id, scene));
    }

    static Recording of(String id, Scene scene) throws IOException {
        var step =
                EchoStep.all().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow();
        var arguments = scene.arguments().toArray(String[]::new);
        var command = ServerCommand.ofStep(step, WalkRecorder.jvmFlags(), arguments);
        return WalkRecorder.record(id, scene, command, ROOT);
    }
}
