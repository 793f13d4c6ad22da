package echolab.workshop.run;

import echolab.workshop.Exercise;
import echolab.workshop.run.TestResult.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// How do we run code that may hang? In a child JVM, started when it is first needed and again when it had to be killed.
public final class TestJvm implements AutoCloseable {

    /// For the tests of one exercise. Each test has its own, shorter limit inside the child; this one is for a child that
    /// does not answer at all.
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /// Fast to start; and what the classes of step 05 need.
    private static final List<String> FLAGS =
            List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx256m",
                    "-Dstdout.encoding=UTF-8",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "--enable-native-access=ALL-UNNAMED");

    private Process process;
    private PrintStream requests;
    private BufferedReader answers;

    /// Starts the child now, so that it is warm when it is needed.
    public void start() throws IOException {
        if (process != null && process.isAlive()) {
            return;
        }
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(FLAGS);
        words.addAll(List.of("-cp", ClassPath.withoutSteps(), TestWorker.class.getName()));
        process = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        requests = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /// Runs the tests that prove an exercise.
    ///
    /// @param classes where they are compiled to
    /// @return what came of each, in their order; at least one
    public List<TestResult> run(Path classes, Exercise exercise) throws IOException {
        var results = new ArrayList<TestResult>();
        for (var test : exercise.tests()) {
            start();
            requests.println(classes + "\t" + exercise.number() + "\t" + fullName(classes, test));
            var child = process;
            var limit = CompletableFuture.delayedExecutor(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            var kill = CompletableFuture.runAsync(child::destroyForcibly, limit);
            var before = results.size();
            read(results);
            kill.cancel(false);
            if (results.size() == before) {
                results.add(nothing(test));
            }
        }
        return results;
    }

    private void read(List<TestResult> results) throws IOException {
        for (var line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.equals("done")) {
                return;
            }
            if (line.startsWith("result ")) {
                results.add(TestResult.decoded(line.substring("result ".length())));
            }
        }
        close();
    }

    private static TestResult nothing(String test) {
        return new TestResult(
                test,
                Outcome.FAILED,
                "no test of it came to an end: its JVM did, or there is no test in it",
                List.of(),
                "");
    }

    private static String fullName(Path classes, String simpleName) throws IOException {
        try (var paths = Files.walk(classes)) {
            return paths.filter(path -> path.endsWith(simpleName + ".class"))
                    .findFirst()
                    .map(path -> classes.relativize(path).toString())
                    .map(name -> name.replaceAll("\\.class$", "").replaceAll("[/\\\\]", "."))
                    .orElseThrow(() -> new IOException("there is no test class " + simpleName));
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
            process = null;
        }
    }
}
