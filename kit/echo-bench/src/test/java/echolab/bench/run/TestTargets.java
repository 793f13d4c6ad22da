package echolab.bench.run;

import echolab.process.ServerCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// [TestServer]s as targets, and options that make a run of a second or two.
final class TestTargets {

    static final BenchOptions TINY =
            new BenchOptions(
                    List.of(10),
                    List.of(106),
                    List.of(),
                    false,
                    List.of(),
                    new BenchOptions.Length(4, Duration.ofMillis(80)),
                    new BenchOptions.WarmUp(Duration.ofMillis(80), 3),
                    Optional.empty());

    private TestTargets() {}

    static Target target(String name, String... told) {
        var words = new ArrayList<>(java(TestServer.class));
        words.addAll(List.of(told));
        var command = new ServerCommand(name, words, new ServerCommand.Ready.Prints());
        return new Target(name, name, command);
    }

    /// The words that run a `main` of this module's tests.
    static List<String> java(Class<?> main) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
    }
}
