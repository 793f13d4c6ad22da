package echolab.cli.measure;

import echolab.EchoStep;
import echolab.bench.run.Target;
import echolab.cli.command.KnownServers;
import echolab.cli.command.LabCommand;
import echolab.process.ServerCommand;
import echolab.workshop.Course;
import echolab.workshop.Exercise;
import echolab.workshop.check.ExerciseChecker;
import echolab.workshop.folder.Workspace;
import echolab.workshop.folder.YourServer;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/// The participant's own server beside the step's, to see what it costs. Both run in the same way; the step's is what
/// the other is compared with.
public final class OwnServer {

    /// The last step that was started.
    public static final String LAST = "last";

    private OwnServer() {}

    /// @throws IllegalArgumentException when there is no such step
    /// @throws IOException when it was not started, is not solved, or does not compile
    public static List<Target> besideReference(String name) throws IOException {
        var course = Course.read(LabCommand.root().toAbsolutePath());
        var folder = folder(course, name);
        var id = "step" + Course.number(folder);
        var step = KnownServers.step(id);
        var classes = YourServer.whole(course, folder).classes();
        requireSolved(course, folder);
        var yours = "your " + id;
        return List.of(
                Target.ofStep(step),
                new Target(
                        yours,
                        step.title() + ", yours",
                        ServerCommand.ofVersion(yours, step, classes, Target.JVM_FLAGS)));
    }

    /// To hold against the contract, solved or not: the step's class as the participant wrote it, loaded before ours.
    ///
    /// @throws IllegalArgumentException when there is no such step
    /// @throws IOException when it was not started, has a `Todo` still, or does not compile
    public static EchoStep step(String name) throws IOException {
        var course = Course.read(LabCommand.root().toAbsolutePath());
        var folder = folder(course, name);
        var ours = KnownServers.step("step" + Course.number(folder)).getClass();
        var classes = YourServer.whole(course, folder).classes();
        var loader = new OwnFirst(classes, ours.getClassLoader());
        try {
            return (EchoStep) loader.loadClass(ours.getName()).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IOException("your server cannot be started: " + e, e);
        }
    }

    private static String folder(Course course, String name) throws IOException {
        return name.equals(LAST) ? lastStarted(course) : course.step(name);
    }

    /// What is not right may be fast.
    private static void requireSolved(Course course, String folder) throws IOException {
        try (var checker = new ExerciseChecker(course)) {
            var needed = course.needed(folder);
            for (var checked : checker.checkAll(folder)) {
                if (needed.contains(checked.exercise()) && !checked.isSolved()) {
                    throw new IOException(
                            "exercise %s is not solved yet, and what is not right may be fast: ./lab check %<s"
                                    .formatted(checked.exercise().number()));
                }
            }
        }
    }

    public static boolean isSolved(Course course, Exercise exercise) throws IOException {
        try (var checker = new ExerciseChecker(course)) {
            return checker.check(exercise).isSolved();
        }
    }

    private static String lastStarted(Course course) throws IOException {
        return course.steps().reversed().stream()
                .filter(step -> new Workspace(course, step).isStarted())
                .findFirst()
                .orElseThrow(() -> new IOException("no step is started yet: ./lab start"));
    }

    private static final class OwnFirst extends URLClassLoader {

        OwnFirst(Path classes, ClassLoader parent) throws MalformedURLException {
            super(new URL[] {classes.toUri().toURL()}, parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                var own = findResource(name.replace('.', '/') + ".class") != null;
                var loaded = findLoadedClass(name);
                return loaded != null
                        ? loaded
                        : own ? findClass(name) : super.loadClass(name, resolve);
            }
        }
    }
}
