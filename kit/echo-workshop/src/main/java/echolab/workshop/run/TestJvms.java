package echolab.workshop.run;

import echolab.workshop.Exercise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The tests of an exercise, all classes of them at once, since tests mostly wait. Each class has a JVM of its own, and what it prints, leaves in
/// static fields or keeps waiting in a pool concerns no other. Threads of one JVM would be cheaper, but they share pools and carriers,
/// and the CPU time by which [echolab.contract.Patience] counts: what one class does could decide what another finds. Threads may run one each.
public final class TestJvms implements AutoCloseable {

    private final ConcurrentLinkedQueue<TestJvm> waiting = new ConcurrentLinkedQueue<>();

    /// Starts so many now, so that they are warm when they are needed.
    public void start(int count) throws IOException {
        while (waiting.size() < count) waiting.add(new TestJvm());
        for (var jvm : waiting) jvm.start();
    }

    /// Runs the tests that prove an exercise.
    ///
    /// @param classes where they are compiled to
    /// @return what came of each, in their order; of each class at least one
    public List<TestResult> run(Path classes, Exercise exercise) throws IOException {
        var jvms = new LinkedHashMap<String, TestJvm>();
        try {
            for (var test : exercise.tests()) {
                var jvm = Optional.ofNullable(waiting.poll()).orElseGet(TestJvm::new);
                jvms.put(test, jvm);
                jvm.start();
                jvm.begin(classes, exercise, test);
            }
            var results = new ArrayList<TestResult>();
            for (var test : jvms.keySet()) results.addAll(jvms.get(test).results(test));
            return results;
        } finally {
            waiting.addAll(jvms.values());
        }
    }

    @Override
    public void close() {
        waiting.forEach(TestJvm::close);
    }
}
