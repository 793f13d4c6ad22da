package echolab.contract;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import echolab.EchoStep;
import echolab.contract.Limit.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/// The limits that a step keeps. Its test declares them. A limit that is declared kept and is not fails, and so does one
/// that is declared not kept and is: the course says of each step what it can't do, and must not be wrong.
@Tag("stress")
public abstract class LimitsContract {

    protected abstract EchoStep step();

    /// The limits that the step keeps; all others it must break.
    protected abstract Set<Limit> kept();

    @TestFactory
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    final Stream<DynamicTest> limits() {
        return Arrays.stream(Limit.values())
                .map(limit -> dynamicTest(name(limit), () -> test(limit)));
    }

    private String name(Limit limit) {
        return (kept().contains(limit) ? "keeps: " : "does not keep: ") + limit.title();
    }

    final void test(Limit limit) throws IOException {
        try (var servers = new Servers(Subject.of(step()), Duration.ofMinutes(1))) {
            check(limit, limit.measure(servers));
        }
    }

    final void check(Limit limit, Verdict verdict) {
        var declared = kept().contains(limit);
        if (declared != verdict.kept()) {
            throw Text.failure(
                    "%s is declared to %s \"%s\", but %s",
                    step().id(), declared ? "keep" : "break", limit.title(), verdict.seen());
        }
    }
}
