package echolab.contract;

import echolab.contract.Limit.Verdict;
import echolab.process.Digits;
import java.io.IOException;

/// How many threads does a server need for connections that do nothing?
final class IdleThreads {

    private static final int CONNECTIONS = 2_000;
    private static final int THREADS = 50;

    private IdleThreads() {}

    static Verdict measure(Servers servers) throws IOException {
        var child = servers.child();
        try (var crowd = Crowd.connect(child.address(), CONNECTIONS, servers.patience())) {
            crowd.send(1);
            crowd.receiveAll();
            var threads = Linux.figure("number of threads", child.figures().threads());
            return new Verdict(
                    threads < THREADS,
                    Digits.in("%,d threads with %,d idle connections", threads, CONNECTIONS));
        }
    }
}
