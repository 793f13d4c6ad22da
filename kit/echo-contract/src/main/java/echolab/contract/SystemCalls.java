package echolab.contract;

import static org.junit.jupiter.api.Assumptions.abort;

import echolab.contract.Limit.Verdict;
import echolab.process.Digits;
import echolab.process.Strace;
import java.io.IOException;
import java.util.Map;

/// How many system calls does an echo cost when many connections are busy? The connections are made, and warm, before
/// `strace` looks; so what it counts are echoes and nothing else.
final class SystemCalls {

    private static final int CONNECTIONS = 100;
    private static final int MESSAGE = 106;
    private static final int WARM_UP_ROUNDS = 50;
    private static final int ROUNDS = 60;
    private static final double MOST = 2.2;

    private SystemCalls() {}

    static Verdict measure(Servers servers) throws IOException {
        var child = servers.child();
        try (var crowd = Crowd.connect(child.address(), CONNECTIONS, servers.patience())) {
            echo(crowd, WARM_UP_ROUNDS);
            try (var strace = Strace.count(child.pid(), servers.patience())) {
                echo(crowd, ROUNDS);
                return verdict(strace.counts());
            } catch (Strace.UnavailableException e) {
                return abort("not applicable: " + e.getMessage());
            }
        }
    }

    private static void echo(Crowd crowd, int rounds) throws IOException {
        for (var i = 0; i < rounds; i++) {
            crowd.send(MESSAGE);
            crowd.receiveAll();
        }
    }

    private static Verdict verdict(Map<String, Long> calls) {
        var echoes = CONNECTIONS * ROUNDS;
        var all = calls.values().stream().mapToLong(Long::longValue).sum();
        if (all < echoes) {
            throw new AssertionError(
                    "strace counted %s calls for %s echoes: it did not see the server"
                            .formatted(all, echoes));
        }
        var anEcho = (double) all / echoes;
        // A connection that is registered once has no more to say to epoll; one that closes or
        // opens a descriptor of the JVM's own may.
        var control = calls.getOrDefault("epoll_ctl", 0L);
        return new Verdict(
                anEcho <= MOST && control == 0,
                Digits.in("%.2f system calls an echo over %,d echoes: %s", anEcho, echoes, calls));
    }
}
