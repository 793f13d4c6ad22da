package echolab.workshop.run;

import echolab.contract.Patience;
import echolab.workshop.ExerciseNumber;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.LongStream;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// Runs tests in a JVM of its own, which can be killed: a participant's code may do anything, such as never end.
///
/// It reads requests, a line each: the folder of the classes, the number of the exercise, the simple name of the test class,
/// with tabs between. It answers with a line `result …` for each test and a line `done`, or `spent` when no other code should be run
/// here. Each request gets a class loader of its own, so one JVM serves many versions of the same classes, and is warm from the
/// second on.
final class TestWorker {

    private static final Duration MOMENT = Duration.ofMillis(200);

    private final PrintStream answers = System.out;
    private final Printed printed = new Printed();
    private final Launcher launcher = LauncherFactory.create();

    private TestWorker() {}

    public static void main(String[] args) throws IOException {
        Locale.setDefault(Locale.ROOT); // a program reads what we say
        endWithParent();
        new TestWorker().serve();
    }

    /// Whoever runs a loop without an end reads no more, and would never see that nobody asks any more.
    private static void endWithParent() {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
    }

    private void serve() throws IOException {
        printed.takeOver();
        var requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        // code that reads from the keyboard would take our requests, or wait for one
        System.setIn(InputStream.nullInputStream());
        for (var line = requests.readLine(); line != null; line = requests.readLine()) {
            var words = line.split("\t");
            run(Path.of(words[0]), ExerciseNumber.parse(words[1]), words[2]);
            answers.println(isFree() ? "done" : "spent");
            answers.flush();
        }
        // a server of a participant may have left threads behind
        Runtime.getRuntime().halt(0);
    }

    private void run(Path classes, ExerciseNumber exercise, String testClass) throws IOException {
        var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});
        // by it JUnit finds the class
        Thread.currentThread().setContextClassLoader(loader);
        var request =
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectClasspathRoots(Set.of(classes)))
                        .filters(ClassNameFilter.includeClassNamePatterns(".*\\." + testClass))
                        .configurationParameter(
                                "junit.jupiter.testmethod.order.default",
                                "org.junit.jupiter.api.MethodOrderer$OrderAnnotation")
                        .configurationParameter(
                                DisplayNameGenerator.DEFAULT_GENERATOR_PROPERTY_NAME,
                                DisplayNameGenerator.ReplaceUnderscores.class.getName())
                        .build();
        launcher.execute(request, new TestListener(exercise, printed, this::answer));
    }

    /// Code that waits for ever in a pool that all of a JVM share, or never ends on a carrier of virtual threads or elsewhere, would keep what is
    /// run here next from running.
    private static boolean isFree() {
        var carriers = ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
        return new Patience(MOMENT)
                        .sees(() ->
                                ForkJoinPool.commonPool().isQuiescent()
                                        && carriers.getMountedVirtualThreadCount() == 0)
                && (othersRest() || othersRest());
    }

    /// Beside a thread that goes round for a while: on a busy machine that takes longer, and one that never rests has as much of it.
    private static boolean othersRest() {
        var threads = ManagementFactory.getThreadMXBean();
        var begun = threads.getCurrentThreadCpuTime();
        var before = usedByOthers(threads);
        while (threads.getCurrentThreadCpuTime() - begun < MOMENT.toNanos() / 10) {}
        return usedByOthers(threads) - before < MOMENT.toNanos() / 200;
    }

    private static long usedByOthers(ThreadMXBean threads) {
        return LongStream.of(threads.getAllThreadIds())
                .filter(id -> id != Thread.currentThread().threadId())
                .map(threads::getThreadCpuTime)
                .sum();
    }

    private synchronized void answer(TestResult result) {
        answers.println("result " + result.encoded());
        answers.flush();
    }
}
