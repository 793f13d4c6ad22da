package echolab.workshop.run;

import echolab.workshop.Exercise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/// The tests of an exercise, all classes of them at once, since tests mostly wait. Each class has a JVM of its own, and what it prints, leaves in
/// static fields or keeps waiting in a pool concerns no other. Threads of one JVM would be cheaper, but they share pools and carriers,
/// and the CPU time by which [echolab.contract.Patience] counts: what one class does could decide what another finds.
///
/// Several threads may run an exercise each: they share the JVMs that wait.
public final class TestJvms implements AutoCloseable {

    private final Deque<TestJvm> waiting = new ConcurrentLinkedDeque<>();

    /// Starts so many now, so that they are warm when they are needed.
    public void start(int count) throws IOException {
        while (waiting.size() < count) {
            waiting.add(new TestJvm());
        }
        for (var jvm : waiting) {
            jvm.start();
        }
    }

    /// Runs the tests that prove an exercise.
    ///
    /// @param classes where they are compiled to
    /// @return what came of each, in their order; of each class at least one
    public List<TestResult> run(Path classes, Exercise exercise) throws IOException {
        var tests = exercise.tests();
        var jvms = new ArrayList<TestJvm>();
        try {
            for (var test : tests) {
                var free = waiting.poll();
                var jvm = free == null ? new TestJvm() : free;
                jvms.add(jvm);
                jvm.start();
                jvm.begin(classes, exercise, test);
            }
            var results = new ArrayList<TestResult>();
            for (var i = 0; i < tests.size(); i++) {
                results.addAll(jvms.get(i).results(tests.get(i)));
            }
            return results;
        } finally {
            jvms.reversed().forEach(waiting::push);
        }
    }

    @Override
    public void close() {
        waiting.forEach(TestJvm::close);
    }
}
