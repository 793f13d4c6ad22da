package echolab.process;

import java.io.File;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/// A server that runs as a child of this process: where it listens, what it uses, what it printed, how it is ended.
///
/// It never outlives this JVM, unless this JVM is killed by a signal that cannot be caught.
public final class ServerProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration TERM_LIMIT = Duration.ofSeconds(15);

    private static final Duration TIME_TO_END = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(2);

    /// What the system said, in Java's `Cannot run program "x": Exec failed, error: 2 (No such file or directory)`.
    private static final Pattern SYSTEM_ERROR = Pattern.compile("error[:=] ?\\d+[ ,]*\\(?([^()]+)");

    private final ServerCommand command;
    private final Process process;
    private final Output output;
    private final Thread endWithUs;
    private final long begun;
    private InetSocketAddress address;

    private ServerProcess(ServerCommand command, long begun, Process process) {
        this.command = command;
        this.begun = begun;
        this.process = process;
        this.output = new Output(command.name(), process.inputReader(StandardCharsets.UTF_8));
        this.endWithUs = new Thread(process::destroyForcibly, "end " + command.name());
        Runtime.getRuntime().addShutdownHook(endWithUs);
    }

    /// Starts it and waits until it listens; once more when another program has taken its port meanwhile.
    ///
    /// @throws IOException when the program is not there, ends, does not listen within a minute, or has a port of its own that
    ///     another program listens on
    public static ServerProcess start(ServerCommand command) throws IOException {
        var port = port(command);
        try {
            return start(command, port);
        } catch (IOException e) {
            if (isFree(port)) throw e;
            return start(command, port(command));
        }
    }

    private static ServerProcess start(ServerCommand command, int port) throws IOException {
        var begun = System.nanoTime();
        var server = new ServerProcess(command, begun, started(command, port));
        try {
            server.address = server.awaitAddress(port);
            return server;
        } catch (IOException | RuntimeException e) {
            server.kill();
            throw e;
        }
    }

    /// A port that nobody listens on now, its own if it has one.
    private static int port(ServerCommand command) throws IOException {
        var own = command.ready() instanceof ServerCommand.Ready.Listens(var port) ? port : 0;
        try (var socket = listener(own)) {
            return socket.getLocalPort();
        } catch (BindException e) {
            throw new IOException(
                    "cannot start %s: it listens on port %s, and so does another program (%s); end that one"
                            .formatted(command.name(), own, e.getMessage()),
                    e);
        }
    }

    private static boolean isFree(int port) {
        try (var _ = listener(port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static ServerSocket listener(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }

    private static Process started(ServerCommand command, int port) throws IOException {
        try {
            return ChildProgram.of(command.wordsFor(port)).redirectErrorStream(true).start();
        } catch (IOException e) {
            var said = SYSTEM_ERROR.matcher(String.valueOf(e.getMessage()));
            throw new IOException(
                    "cannot start %s: %s; check that it is installed and may be executed"
                            .formatted(
                                    command.words().getFirst(),
                                    said.find() ? said.group(1) : e.getMessage()),
                    e);
        }
    }

    /// Where it listens.
    public InetSocketAddress address() {
        return address;
    }

    public String name() {
        return command.name();
    }

    /// How long ago its program was executed.
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /// What it uses now.
    public ProcessFigures figures() {
        return new ProcessFigures(process.toHandle());
    }

    /// The last lines it printed, oldest first.
    public List<String> tail() {
        if (!process.isAlive()) {
            output.finish();
        }
        return output.tail();
    }

    /// Why it can't be used any more, as an exception to throw; names the exit code when it has ended.
    public ServerFailedException failure(String what) {
        // one that has just cut a connection may be about to end: the better explanation
        var state = hasEnded(TIME_TO_END) ? "it ended with exit code " + process.exitValue() : what;
        return new ServerFailedException(name() + ": " + state, tail());
    }

    private boolean hasEnded(Duration limit) {
        try {
            return endsWithin(limit);
        } catch (IOException _) {
            return !process.isAlive();
        }
    }

    /// Sends it a signal by name, for example `STOP`, `CONT` or `TERM`.
    public void signal(String name) throws IOException {
        var said = Tool.of("kill", "-" + name, "" + pid()).run();
        if (!said.succeeded()) {
            var what = ": signal " + name + " could not be sent: " + said.text();
            throw new ServerFailedException(name() + what, tail());
        }
    }

    /// Waits until it has ended by itself.
    ///
    /// @return its exit code
    /// @throws ServerFailedException when it still runs after the limit
    public int awaitExit(Duration limit) throws IOException {
        if (!endsWithin(limit)) {
            var what = ": it still runs after " + limit.toMillis() + " ms";
            throw new ServerFailedException(name() + what, tail());
        }
        return process.exitValue();
    }

    /// Asks it to end (SIGTERM) and kills it when it has not within 15 seconds.
    @Override
    public void close() {
        // Not `Process.destroy`: it closes our pipe too, and its last words are lost.
        process.toHandle().destroy();
        hasEnded(TERM_LIMIT);
        kill();
    }

    /// Ends it at once (SIGKILL).
    public void kill() {
        process.toHandle().destroyForcibly();
        hasEnded(TERM_LIMIT);
        output.finish();
        process.destroyForcibly(); // it has ended: this closes the pipes
        new File("/tmp/.java_pid" + pid()).delete(); // of a JVM that `jcmd` has asked
        try {
            Runtime.getRuntime().removeShutdownHook(endWithUs);
        } catch (IllegalStateException _) {
            // this JVM is already ending, and the hook runs or has run
        }
    }

    private InetSocketAddress awaitAddress(int port) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        return switch (command.ready()) {
            case ServerCommand.Ready.Prints _ ->
                    new InetSocketAddress(loopback, awaitPrintedPort());
            case ServerCommand.Ready.Listens _ ->
                    awaitListener(new InetSocketAddress(loopback, port));
        };
    }

    private int awaitPrintedPort() throws IOException {
        try {
            return output.port().get(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException _) {
            throw failure(
                    "it did not say \"Serving on …\" within " + START_LIMIT.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting " + name(), e);
        }
    }

    private InetSocketAddress awaitListener(InetSocketAddress target) throws IOException {
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            try (var probe = new Socket()) {
                probe.connect(target, 1000);
                return target;
            } catch (IOException _) {
                endsWithin(POLL);
            }
        }
        throw failure(
                "it did not listen on port %s within %s s"
                        .formatted(target.getPort(), START_LIMIT.toSeconds()));
    }

    private boolean endsWithin(Duration time) throws IOException {
        return ChildProgram.endsWithin(time, process, name());
    }
}
