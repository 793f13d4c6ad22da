package echolab.workshop.run;

import echolab.workshop.Exercise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The tests of an exercise, all classes of them at once, since tests mostly wait. Each class has a JVM of its own, and what it prints, leaves in
/// static fields or keeps waiting in a pool concerns no other. Threads of one JVM would be cheaper, but they share pools and carriers,
/// and the CPU time by which [echolab.contract.Patience] counts: what one class does could decide what another finds.
public final class TestJvms implements AutoCloseable {

    private final List<TestJvm> jvms = new ArrayList<>();

    /// Starts so many now, so that they are warm when they are needed.
    public void start(int count) throws IOException {
        while (jvms.size() < count) {
            jvms.add(new TestJvm());
        }
        for (var jvm : jvms.subList(0, count)) {
            jvm.start();
        }
    }

    /// Runs the tests that prove an exercise.
    ///
    /// @param classes where they are compiled to
    /// @return what came of each, in their order; of each class at least one
    public List<TestResult> run(Path classes, Exercise exercise) throws IOException {
        var tests = exercise.tests();
        while (jvms.size() > tests.size()) jvms.removeLast().close(); // each takes some 80 MB
        start(tests.size());
        for (var i = 0; i < tests.size(); i++) {
            jvms.get(i).begin(classes, exercise, tests.get(i));
        }
        var results = new ArrayList<TestResult>();
        for (var i = 0; i < tests.size(); i++) {
            results.addAll(jvms.get(i).results(tests.get(i)));
        }
        return results;
    }

    @Override
    public void close() {
        jvms.forEach(TestJvm::close);
    }
}
