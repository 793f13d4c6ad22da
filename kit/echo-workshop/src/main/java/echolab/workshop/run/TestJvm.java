package echolab.workshop.run;

import echolab.process.ChildProgram;
import echolab.workshop.Exercise;
import echolab.workshop.run.TestResult.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A child JVM for code that may hang: started when it is first needed, and again when it had to be killed.
final class TestJvm implements AutoCloseable {

    /// For the tests of one class. Each test has its own, shorter limit inside the child; this one is for a child
    /// that does not answer at all.
    private static final Duration LIMIT = Duration.ofMinutes(5);

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
    synchronized void start() throws IOException {
        if (process != null && process.isAlive()) return;
        var words = new ArrayList<>(ChildProgram.java());
        words.addAll(FLAGS);
        words.addAll(List.of("-cp", ClassPath.withoutSteps(), TestWorker.class.getName()));
        process = ChildProgram.of(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        requests = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /// Begins to run the tests of a class, in a JVM that was started.
    ///
    /// @param classes where they are compiled to
    /// @param test its simple name
    void begin(Path classes, Exercise exercise, String test) {
        requests.println(classes + "\t" + exercise.number() + "\t" + test);
    }

    /// Waits until they are over.
    ///
    /// @return what came of each, in their order; at least one
    List<TestResult> results(String test) throws IOException {
        var limit = CompletableFuture.delayedExecutor(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        // not by the process itself, which would close what we read from
        var kill = CompletableFuture.runAsync(process.toHandle()::destroyForcibly, limit);
        var results = new ArrayList<TestResult>();
        var line = answers.readLine();
        for (; line != null && !line.matches("done|spent"); line = answers.readLine()) {
            if (line.startsWith("result ")) {
                results.add(TestResult.decoded(line.substring("result ".length())));
            }
        }
        kill.cancel(false);
        if (line == null && (results.isEmpty() || results.getLast().outcome() != Outcome.HUNG)) {
            // whatever passed before, a JVM that ends in the middle has proved nothing
            results.add(failure(test, "its JVM " + end(process)));
        }
        if (results.isEmpty()) {
            results.add(failure(test, "there is no test in it"));
        }
        if (!"done".equals(line)) {
            close();
        }
        return results;
    }

    /// Why the child ended; we end it ourselves when it does not.
    private static String end(Process child) {
        child.onExit().completeOnTimeout(child, 1, TimeUnit.MINUTES).join();
        child.destroyForcibly().onExit().join();
        return child.exitValue() == KILLED
                ? "had to be killed: it did not answer for %s s".formatted(LIMIT.toSeconds())
                : "ended with exit code %s before the tests did: is there a System.exit in the code?"
                        .formatted(child.exitValue());
    }

    private static TestResult failure(String test, String message) {
        return new TestResult(test, Outcome.FAILED, message, List.of(), "");
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
            process = null;
        }
    }
}
