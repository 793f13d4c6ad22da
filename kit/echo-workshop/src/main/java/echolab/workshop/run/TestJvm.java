package echolab.workshop.run;

import echolab.process.ChildProgram;
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

/// A way to run code that may hang: in a child JVM, started when it is first needed and again when it had to be killed.
public final class TestJvm implements AutoCloseable {

    /// For the tests of one exercise. Each test has its own, shorter limit inside the child; this one is for a child
    /// that does not answer at all.
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private static final Duration SHORTLY = Duration.ofMinutes(1);

    /// The exit code that the system reports for a process that was ended by SIGKILL.
    private static final int KILLED = 128 + 9;

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
        var words = new ArrayList<>(ChildProgram.java());
        words.addAll(FLAGS);
        words.addAll(List.of("-cp", ClassPath.withoutSteps(), TestWorker.class.getName()));
        process = ChildProgram.of(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
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
            var answered = readAnswers();
            kill.cancel(false);
            results.addAll(answered.results());
            if (!answered.done() && !answered.hung()) {
                results.add(failure(test, "its JVM " + end(child)));
            } else if (answered.results().isEmpty()) {
                results.add(failure(test, "there is no test in it"));
            }
            if (answered.spent()) {
                close();
            }
        }
        return results;
    }

    /// What the child said to one request.
    ///
    /// @param done whether it said that this was all; whatever passed before, a JVM that ends in the middle has proved
    ///     nothing
    /// @param spent whether it is no good for another request
    private record Answered(List<TestResult> results, boolean done, boolean spent) {

        boolean hung() {
            return !results.isEmpty() && results.getLast().outcome() == Outcome.HUNG;
        }
    }

    private Answered readAnswers() throws IOException {
        var results = new ArrayList<TestResult>();
        for (var line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.equals("done") || line.equals("spent")) {
                return new Answered(results, true, line.equals("spent"));
            }
            if (line.startsWith("result ")) {
                results.add(TestResult.decoded(line.substring("result ".length())));
            }
        }
        return new Answered(results, false, true);
    }

    /// Why the child ended; we end it ourselves when it does not.
    private static String end(Process child) {
        try {
            if (!child.waitFor(SHORTLY)) {
                child.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            child.destroyForcibly();
            return "was ended with ours";
        }
        return child.exitValue() == KILLED
                ? "had to be killed: it did not answer for %s s".formatted(LIMIT.toSeconds())
                : "ended with exit code %s before the tests did: is there a System.exit in the code?"
                        .formatted(child.exitValue());
    }

    private static TestResult failure(String test, String message) {
        return new TestResult(test, Outcome.FAILED, message, List.of(), "");
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
