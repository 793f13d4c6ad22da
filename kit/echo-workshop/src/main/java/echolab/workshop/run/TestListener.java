package echolab.workshop.run;

import echolab.contract.Patience;
import echolab.workshop.ExerciseNumber;
import echolab.workshop.Todo;
import echolab.workshop.run.TestResult.Outcome;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/// Why a test failed. If the code of its own exercise, or of an earlier one, reached a `Todo` on whatever thread, that
/// is why, even if what the test noticed is that no bytes came; and it is told at once, by an interrupt, so that it
/// need not wait for them.
///
/// A test that neither ends nor can be interrupted ends with its JVM.
final class TestListener implements TestExecutionListener {

    /// Of a machine that has nothing else to do: on one that is busy it is longer, so that a right answer does not end
    /// here.
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ExerciseNumber exercise;
    private final Printed printed;
    private final Consumer<TestResult> results;
    private final Thread runner = Thread.currentThread();
    private final ClassLoader loader = runner.getContextClassLoader();
    private final AtomicReference<Reached> reached = new AtomicReference<>();
    private volatile TestIdentifier running;

    private record Reached(Todo todo, Thread by) {}

    TestListener(ExerciseNumber exercise, Printed printed, Consumer<TestResult> results) {
        this.exercise = exercise;
        this.printed = printed;
        this.results = results;
        Todo.watch(this::reached);
    }

    private void reached(Todo todo) {
        if (isOfAnEarlierRequest() || ExerciseNumber.parse(todo.number()).compareTo(exercise) > 0) {
            return;
        }
        var now = new Reached(todo, Thread.currentThread());
        if (now.by == runner) {
            reached.set(now);
        } else if (reached.compareAndSet(null, now)) {
            runner.interrupt();
        }
    }

    /// A thread that a test left behind goes on, and may reach a `Todo` that has been solved since. It was started with
    /// the class loader of its request.
    private boolean isOfAnEarlierRequest() {
        var theirs = Thread.currentThread().getContextClassLoader();
        return theirs instanceof URLClassLoader && theirs != loader;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isTest()) {
            // what a thread of the test before may have left; but JUnit makes the object of the
            // test, which is done by the runner, before it says so
            reached.getAndUpdate(last -> last != null && last.by == runner ? last : null);
            Thread.interrupted();
            printed.taken();
            running = test;
            Thread.ofVirtual().start(() -> endAfterLimit(test));
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (running == test) {
            running = null;
        }
        Thread.interrupted();
        var thrown = result.getThrowable().orElse(null);
        if (test.isTest() || thrown != null) {
            results.accept(result(test, thrown, reached.getAndSet(null)));
        }
    }

    private TestResult result(TestIdentifier test, Throwable thrown, Reached seen) {
        if (seen != null) {
            var todo = seen.todo;
            return result(test, Outcome.TODO, todo.getMessage(), places(todo.getStackTrace()));
        }
        return thrown == null
                ? result(test, Outcome.PASSED, "", List.of())
                : result(test, Outcome.FAILED, said(thrown), places(thrown.getStackTrace()));
    }

    private TestResult result(
            TestIdentifier test, Outcome outcome, String message, List<String> places) {
        return new TestResult(test.getDisplayName(), outcome, message, places, printed.taken());
    }

    private void endAfterLimit(TestIdentifier test) {
        if (!new Patience(LIMIT).sees(() -> running != test)) {
            var message = "it did not end within " + LIMIT.toSeconds() + " s";
            results.accept(result(test, Outcome.HUNG, message, places(runner.getStackTrace())));
            Runtime.getRuntime().halt(1);
        }
    }

    private static String said(Throwable thrown) {
        var message = thrown.getMessage();
        return thrown instanceof AssertionError && message != null
                ? message.strip()
                : thrown.toString();
    }

    /// Where in our code it was, innermost first.
    static List<String> places(StackTraceElement[] stack) {
        return Stream.of(stack)
                .filter(frame -> frame.getClassName().startsWith("echolab."))
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .toList();
    }
}
