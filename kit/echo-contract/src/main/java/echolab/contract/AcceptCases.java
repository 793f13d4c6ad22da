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

    /// `strace` lets three calls of each thread fail. The client that waits meanwhile may be served late, or lost; it may not be left
    /// to wait, and nobody else may be the worse for it.
    @Test
    @Tag("stress")
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere there is no strace")
    @Order(1)
    default void accept_that_fails_for_a_while_keeps_nobody_out_for_good() throws IOException {
        try (var child = ServerProcess.start(servers().command())) {
            for (var error : ERRORS) {
                try (var unlucky = acceptFails(child, error)) {
                    serve(child);
                    if (!isServed(unlucky)) {
                        unlucky.expectEnd();
                    }
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

    private EchoClient acceptFails(ServerProcess child, String error) throws IOException {
        try (var strace = Strace.inject(child.pid(), STRACE_LIMIT, "accept,accept4", error, 3)) {
            var unlucky = EchoClient.connect(child.address(), Duration.ofSeconds(1));
            unlucky.send(106);
            isServed(unlucky);
            if (strace.injected() == 0) {
                unlucky.close();
                abort("not applicable: it does not ask the kernel by accept or accept4");
            }
            return unlucky;
        }
    }

    private static boolean isServed(EchoClient client) {
        try {
            client.receiveAll();
            return true;
        } catch (AssertionError | IOException _) {
            return false;
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
