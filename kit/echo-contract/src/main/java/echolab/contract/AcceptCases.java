package echolab.contract;

import static org.junit.jupiter.api.Assumptions.abort;

import echolab.process.ServerProcess;
import echolab.process.Strace;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Does a server outlive what `accept` may say?
interface AcceptCases extends Cases {

    /// As [accept(2)](https://man7.org/linux/man-pages/man2/accept.2.html) lists them: a client that is lost, which the network or a
    /// firewall tells, and a system that has no room for more.
    List<String> ERRORS =
            List.of(
                    "EPERM",
                    "EPROTO",
                    "ECONNABORTED",
                    "ENETDOWN",
                    "ENOPROTOOPT",
                    "EHOSTDOWN",
                    "ENONET",
                    "EHOSTUNREACH",
                    "EOPNOTSUPP",
                    "ENETUNREACH",
                    "EMFILE",
                    "ENFILE",
                    "ENOBUFS",
                    "ENOMEM");

    Duration STRACE_LIMIT = Duration.ofMinutes(1);

    /// `strace` lets three calls of each thread fail. The client is in the backlog meanwhile.
    @Test
    @Tag("stress")
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere there is no strace")
    @Order(1)
    default void accept_that_fails_for_a_while_keeps_nobody_out_for_good() throws IOException {
        try (var child = ServerProcess.start(servers().command())) {
            for (var error : ERRORS) {
                try {
                    acceptFails(child, error);
                    serve(child);
                } catch (Strace.UnavailableException e) {
                    abort("not applicable: " + e.getMessage());
                } catch (AssertionError | IOException e) {
                    throw new AssertionError(
                            "accept failed with %s for a while, and then: %s; the server printed %s"
                                    .formatted(error, e.getMessage(), child.tail()),
                            e);
                }
            }
            Rest.expect(child, "after accept had failed for a while", AcceptCases::second);
        }
    }

    private void acceptFails(ServerProcess child, String error) throws IOException {
        try (var strace = Strace.inject(child.pid(), STRACE_LIMIT, "accept,accept4", error, 3)) {
            serve(child);
            if (strace.injected() == 0) {
                throw new AssertionError("the server never called accept or accept4");
            }
        }
    }

    private void serve(ServerProcess child) throws IOException {
        try (var client = servers().connect(child.address())) {
            client.echo(106);
            client.finish();
        }
    }

    private static boolean second() {
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        return true;
    }
}
