package echolab.contract;

import static org.junit.jupiter.api.Assumptions.abort;

import echolab.EchoOptions;
import echolab.process.Digits;
import echolab.process.Strace;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// What one step cannot do and the next can. Each limit is a matter of structure, so it can be tested: threads, types,
/// stack frames, system calls. What is a matter of time stands in the benchmark.
public enum Limit {
    IDLE_THREADS("2,000 idle connections with fewer than 50 threads", Limit::idleThreads),
    HANDLER_KNOWS_NO_SELECTOR(
            "the class that holds the conversation knows nothing of Selector and SelectionKey",
            HandlerTypes::measure),
    STACK_TRACE_TELLS_THE_CONVERSATION(
            "an exception in the third message has the method that holds the conversation in its stack",
            Limit::stackTrace),
    TWO_SYSCALLS_AN_ECHO(
            "at 100 busy connections at most 2.2 system calls an echo, and no epoll_ctl",
            Limit::systemCalls);

    private static final int IDLE = 2_000;
    private static final int FEW_THREADS = 50;
    private static final int BUSY = 100;
    private static final int MESSAGE = 106;
    private static final int WARM_UP_ROUNDS = 50;
    private static final int ROUNDS = 60;
    private static final double FEW_CALLS = 2.2;

    private final String title;
    private final Measurement measurement;

    Limit(String title, Measurement measurement) {
        this.title = title;
        this.measurement = measurement;
    }

    /// The limit as a sentence.
    public String title() {
        return title;
    }

    Verdict measure(Servers servers) throws IOException {
        return measurement.measure(servers);
    }

    /// How it is found out.
    @FunctionalInterface
    interface Measurement {
        Verdict measure(Servers servers) throws IOException;
    }

    /// What was found: whether the step keeps it, and what was seen.
    record Verdict(boolean kept, String seen) {}

    private static Verdict idleThreads(Servers servers) throws IOException {
        var child = servers.child();
        try (var crowd = Crowd.connect(child.address(), IDLE, servers.patience())) {
            crowd.echo(1);
            var threads = Servers.told("number of threads", child.figures().threads());
            return new Verdict(
                    threads < FEW_THREADS,
                    Digits.in("%,d threads with %,d idle connections", threads, IDLE));
        }
    }

    /// The stack of the observer when the third message is read: does it hold the method `echo` of the step? (A lambda inside
    /// it, `lambda$echo$0`, is another method: the conversation itself has returned long ago.)
    private static Verdict stackTrace(Servers servers) throws IOException {
        var step = servers.step();
        var chunks = new AtomicInteger();
        var third = new AtomicReference<Throwable>();
        var options =
                EchoOptions.defaults()
                        .withObserver(_ -> {
                            if (chunks.incrementAndGet() == 3) {
                                third.set(new Throwable("third message"));
                                throw new IllegalStateException(third.get());
                            }
                        });
        try (var server = servers.start(options);
                var client = servers.connect(server)) {
            client.echo(1);
            client.echo(1);
            client.send(1);
            client.expectEnd();
        }
        if (third.get() == null) {
            throw Text.failure("the observer of %s saw %s chunks of 3", step.id(), chunks.get());
        }
        var ofStep =
                Arrays.stream(third.get().getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith(Servers.code(step)))
                        .map(StackTraceElement::getMethodName)
                        .toList();
        return new Verdict(
                ofStep.contains("echo"), "the step's methods on the stack were " + ofStep);
    }

    /// The connections are made, and warm, before `strace` looks; so what it counts are echoes and nothing else.
    private static Verdict systemCalls(Servers servers) throws IOException {
        var child = servers.child();
        try (var crowd = Crowd.connect(child.address(), BUSY, servers.patience())) {
            for (var i = 0; i < WARM_UP_ROUNDS; i++) {
                crowd.echo(MESSAGE);
            }
            try (var strace = Strace.count(child.pid(), servers.patience())) {
                for (var i = 0; i < ROUNDS; i++) {
                    crowd.echo(MESSAGE);
                }
                return verdict(strace.counts());
            } catch (Strace.UnavailableException e) {
                return abort("not applicable: " + e.getMessage());
            }
        }
    }

    private static Verdict verdict(Map<String, Long> calls) {
        var echoes = BUSY * ROUNDS;
        var all = calls.values().stream().mapToLong(Long::longValue).sum();
        if (all < echoes) {
            throw Text.failure(
                    "strace counted %s calls for %s echoes: it did not see the server",
                    all, echoes);
        }
        var anEcho = (double) all / echoes;
        // A connection that is registered once has no more to say to epoll; one that closes or
        // opens a descriptor of the JVM's own may.
        var control = calls.getOrDefault("epoll_ctl", 0L);
        return new Verdict(
                anEcho <= FEW_CALLS && control == 0,
                Digits.in("%.2f system calls an echo over %,d echoes: %s", anEcho, echoes, calls));
    }
}
