package echolab.contract;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import echolab.EchoOptions;
import echolab.EchoServer;
import echolab.EchoStep;
import echolab.contract.Subject.Address;
import echolab.contract.Subject.Program;
import echolab.contract.Subject.Step;
import echolab.process.ProcessFigures;
import echolab.process.ServerCommand;
import echolab.process.ServerProcess;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.condition.OS;

/// The servers that cases talk to: one that all share, in this JVM or as a child, or one of a case's own. A case
/// that asks for what the subject cannot give is reported as not applicable, with the reason.
public final class Servers implements AutoCloseable {

    /// A small heap, so that a server which buffers without limit dies of it; and a JVM that starts fast.
    public static final List<String> JVM_FLAGS =
            List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Subject subject;
    private final Duration patience;
    private EchoServer server;
    private ServerProcess child;

    Servers(Subject subject, Duration patience) {
        this.subject = subject;
        this.patience = patience;
    }

    /// For how long nothing may move before a client gives up.
    Duration patience() {
        return patience;
    }

    /// A client of the shared server.
    EchoClient connect() throws IOException {
        return EchoClient.connect(address(), patience);
    }

    EchoClient connect(InetSocketAddress address) throws IOException {
        return EchoClient.connect(address, patience);
    }

    EchoClient connect(EchoServer server) throws IOException {
        return connect(server.address());
    }

    /// Wants that somebody who comes now is served.
    void serveOne(InetSocketAddress address) throws IOException {
        try (var client = connect(address)) {
            client.echo(106);
            client.finish();
        }
    }

    /// Where the shared server listens: for a step one in this JVM, because a debugger can stop in it.
    InetSocketAddress address() throws IOException {
        return switch (subject) {
            case Step(var step) -> {
                if (server == null) {
                    server = step.start(EchoOptions.defaults());
                }
                yield server.address();
            }
            case Program _ -> child().address();
            case Address(var address) -> address;
        };
    }

    /// The shared child process; a new one when the last has ended.
    ServerProcess child() throws IOException {
        if (child == null || !child.isAlive()) {
            child = ServerProcess.start(command());
        }
        return child;
    }

    /// The shared child, or the address when that is all we have: for crowds, which would crowd this JVM as well.
    InetSocketAddress childOrAddress() throws IOException {
        return subject instanceof Address(var address) ? address : child().address();
    }

    /// What the shared child holds now, where there is one.
    Optional<Footprint> footprint() {
        return Optional.ofNullable(child).map(it -> Footprint.of(it.figures()));
    }

    /// A figure of a process. Linux always tells it.
    static long told(String name, OptionalLong figure) {
        return figure.orElseGet(() ->
                abort(
                        "not applicable: this system does not tell the %s of a process; Linux does"
                                .formatted(name)));
    }

    /// A crowd takes a descriptor a client, and a small one may have both its ends in this JVM.
    public static void assumeDescriptors(int clients) {
        var most = ProcessFigures.descriptorLimit().orElse(Long.MAX_VALUE);
        if (most < clients + 300) {
            abort("not applicable: too few descriptors a process (ulimit -n): " + most);
        }
    }

    /// A process that stands still until it goes on.
    @FunctionalInterface
    interface Stopped extends AutoCloseable {
        void goOn() throws IOException;

        @Override
        default void close() throws IOException {
            goOn();
        }
    }

    /// Stops the shared child: what is sent meanwhile waits in the kernel.
    Stopped stop() throws IOException {
        assumeFalse(OS.WINDOWS.isCurrentOs(), "not applicable: Windows has no signals");
        var stopped = child();
        stopped.signal("STOP");
        return () -> stopped.signal("CONT");
    }

    /// How to start a child of its own for a case.
    ServerCommand command(String... stepArguments) throws IOException {
        return switch (subject) {
            case Step(var step) -> ServerCommand.ofStep(step, JVM_FLAGS, stepArguments);
            case Program(var command) -> command;
            case Address _ ->
                    abort("not applicable: we did not start it, so its process is not ours");
        };
    }

    /// The step itself, for cases about starting and closing in this JVM.
    EchoStep step() {
        return switch (subject) {
            case Step(var step) -> step;
            case Program _, Address _ ->
                    abort("not applicable: a program has no EchoServer to close or to observe");
        };
    }

    /// Whether it takes the options of a step.
    boolean hasOptions() {
        return subject instanceof Step;
    }

    /// What the names of a step's own classes begin with.
    static String code(EchoStep step) {
        return step.getClass().getPackageName() + ".";
    }

    /// A server of the case's own, in this JVM.
    EchoServer start(EchoOptions options) throws IOException {
        return step().start(options);
    }

    /// Closes a server, which may take as long as its grace.
    void close(EchoServer server, Duration grace) {
        Expect.that(
                "close returns after a grace of " + Text.of(grace),
                () -> Closing.of(server).await(grace.plus(patience)));
    }

    /// What became of the shared child, when it is no longer there: a failed case adds it to its message.
    Optional<String> obituary() {
        return child == null || child.isAlive()
                ? Optional.empty()
                : Optional.of(child.failure("").getMessage());
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        if (child != null) {
            child.kill();
        }
    }
}
