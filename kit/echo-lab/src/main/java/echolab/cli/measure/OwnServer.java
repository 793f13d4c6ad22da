package echolab.cli.measure;

import echolab.bench.run.Target;
import echolab.cli.command.KnownServers;
import echolab.cli.command.LabCommand;
import echolab.process.ServerCommand;
import echolab.workshop.Course;
import echolab.workshop.folder.Workspace;
import echolab.workshop.folder.YourServer;
import java.io.IOException;
import java.util.List;

/// The participant's own server beside the step's, to see what it costs. Both run in the same way; the step's is what
/// the other is compared with.
public final class OwnServer {

    /// The last step that was started.
    static final String LAST = "last";

    private OwnServer() {}

    /// @throws IllegalArgumentException when there is no such step
    /// @throws IOException when it was not started, is not solved, or does not compile
    public static List<Target> besideReference(String name) throws IOException {
        var course = Course.read(LabCommand.root().toAbsolutePath());
        var folder = name.equals(LAST) ? lastStarted(course) : course.step(name);
        var id = "step" + Course.number(folder);
        var step = KnownServers.step(id);
        var classes = new YourServer(course, folder).compile();
        var yours = "your " + id;
        return List.of(
                Target.ofStep(step),
                new Target(
                        yours,
                        step.title() + ", yours",
                        ServerCommand.ofVersion(yours, step, classes, Target.JVM_FLAGS)));
    }

    private static String lastStarted(Course course) throws IOException {
        return course.steps().reversed().stream()
                .filter(step -> new Workspace(course, step).isStarted())
                .findFirst()
                .orElseThrow(() -> new IOException("no step is started yet: ./lab start"));
    }
}
