package echolab.bench.run;

import echolab.bench.result.BenchResult;
import echolab.bench.run.BenchOptions.Length;
import echolab.process.ServerCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// [TestServer]s as targets, and options that make a run of a second or two.
final class TestTargets {

    private static final int MOST_TIMES = 10;

    static final Length FEW_CYCLES = new Length(4, Duration.ofMillis(80));

    /// Nobody is told how far it is.
    static final Progress UNSEEN =
            new Progress() {
                @Override
                public void begin(long millis) {}

                @Override
                public void doing(String what) {}

                @Override
                public void advance(long millis) {}

                @Override
                public void close() {}
            };

    static final BenchOptions TINY = tiny(10, FEW_CYCLES);

    static BenchOptions tiny(int connections, Length length) {
        return options(connections, false, List.of(), length, Optional.empty());
    }

    static BenchOptions options(
            int connections,
            boolean churn,
            List<Integer> idle,
            Length length,
            Optional<Integer> loadCpus) {
        return new BenchOptions(
                List.of(connections),
                List.of(106),
                List.of(),
                churn,
                idle,
                length,
                new BenchOptions.WarmUp(Duration.ofMillis(80), 3),
                loadCpus,
                Optional.empty());
    }

    private TestTargets() {}

    /// Measures again where a busy machine kept a server from answering anybody for a whole slice, which says nothing of it; a fault of
    /// ours would spoil each time.
    static BenchResult measured(BenchOptions options, List<Target> targets) throws IOException {
        for (var times = 1; ; times++) {
            var result = Bench.of(options, targets, List.of("./lab", "bench"), UNSEEN).run(_ -> {});
            if (times == MOST_TIMES || allHadTheirTurn(result)) return result;
        }
    }

    private static boolean allHadTheirTurn(BenchResult result) {
        return result.runs().getFirst().targets().stream()
                .filter(target -> target.failure().isEmpty())
                .flatMap(target ->
                        Stream.concat(
                                target.slices().stream(),
                                target.cold().stream().flatMap(List::stream)))
                .allMatch(slice -> slice.echoes() > 0);
    }

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
