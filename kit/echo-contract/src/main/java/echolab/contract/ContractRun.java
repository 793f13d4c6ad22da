package echolab.contract;

import echolab.contract.CaseResult.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// The contract, run from a program instead of a build, through JUnit's launcher: the cases are the same tests.
///
/// @param text run only the cases whose names contain it, in whatever case; empty for all
public record ContractRun(String text) {

    private static final ScopedValue<Subject> GIVEN = ScopedValue.newInstance();

    /// The contract for a subject that is known only when the program runs. JUnit makes it, and runs it in the thread that has the subject.
    static final class GivenSubject extends EchoContract {
        @Override
        protected Subject subject() {
            return GIVEN.get();
        }
    }

    /// Told of each case as it begins and ends.
    public interface Watcher {
        void begins(String name);

        void ends(CaseResult result);
    }

    /// The names of the cases, in the order in which they run.
    public List<String> cases() {
        var names = new ArrayList<String>();
        try (var session = LauncherFactory.openSession()) {
            var plan = session.getLauncher().discover(request());
            for (var root : plan.getRoots()) {
                plan.getDescendants(root).stream()
                        .filter(TestIdentifier::isTest)
                        .forEach(test -> names.add(test.getDisplayName()));
            }
        }
        return names;
    }

    /// Tries whether there is a server to run against at all: better one sentence than the same in every case.
    ///
    /// @throws IOException when a program does not start, or nobody listens on an address
    public static void check(Subject subject) throws IOException {
        var patience = Duration.ofSeconds(5);
        try (var servers = new Servers(subject, patience)) {
            EchoClient.connect(servers.address(), patience).close();
        } catch (IOException | AssertionError e) {
            if (subject instanceof Subject.Address) {
                throw new IOException(e.getMessage() + "; start the server first", e);
            }
            throw e;
        }
    }

    /// Runs the cases against the subject.
    public void run(Subject subject, Watcher watcher) {
        try (var _ = Warnings.unheard();
                var session = LauncherFactory.openSession()) {
            ScopedValue.where(GIVEN, subject)
                    .run(() -> session.getLauncher().execute(request(), new Listener(watcher)));
        }
    }

    private LauncherDiscoveryRequest request() {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(GivenSubject.class))
                .filters((PostDiscoveryFilter) this::matches)
                .configurationParameter(
                        DisplayNameGenerator.DEFAULT_GENERATOR_PROPERTY_NAME,
                        DisplayNameGenerator.ReplaceUnderscores.class.getName())
                .build();
    }

    private FilterResult matches(TestDescriptor test) {
        var name = test.getDisplayName().toLowerCase(Locale.ROOT);
        return FilterResult.includedIf(
                !test.isTest() || name.contains(text.toLowerCase(Locale.ROOT)));
    }

    /// Turns JUnit's events into ours.
    private static final class Listener implements TestExecutionListener {
        private final Watcher watcher;
        private long begun = System.nanoTime();

        Listener(Watcher watcher) {
            this.watcher = watcher;
        }

        @Override
        public void executionStarted(TestIdentifier test) {
            if (test.isTest()) {
                begun = System.nanoTime();
                watcher.begins(test.getDisplayName());
            }
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (!test.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
                return;
            }
            var took = Duration.ofNanos(System.nanoTime() - begun);
            var seen = result.getThrowable().map(ContractRun::said).orElse("");
            watcher.ends(new CaseResult(test.getDisplayName(), outcome(result), seen, took));
        }
    }

    private static Outcome outcome(TestExecutionResult result) {
        return switch (result.getStatus()) {
            case SUCCESSFUL -> Outcome.KEPT;
            case ABORTED -> Outcome.NOT_APPLICABLE;
            case FAILED -> Outcome.BROKEN;
        };
    }

    static String said(Throwable thrown) {
        var said = thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
        return said.replaceFirst("^Assumption failed: ", "").strip(); // JUnit's, before our reason
    }
}
