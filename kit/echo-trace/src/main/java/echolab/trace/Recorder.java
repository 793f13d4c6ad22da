package echolab.trace;

import echolab.process.KernelFile;
import echolab.process.ServerCommand;
import echolab.process.ServerProcess;
import echolab.process.Strace;
import echolab.trace.ClientEvent.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Makes traces: a server is started and warmed, `strace` attaches, three clients hold a [Conversation].
///
/// It is warmed so that what is seen is the server's way to serve and not its way to start: cold, a JVM loads classes and
/// compiles between any two calls.
public final class Recorder {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    /// On two CPUs the server may be woken by the first message before the last is sent. Then the conversation is held again,
    /// and the trace is the one whose messages left closest together: it shows best what a server does with three at once.
    private static final int ATTEMPTS = 6;

    /// Messages that left within so many µs count as sent at once: strace's stops alone take that long.
    private static final long AT_ONCE = 60;

    private static final int WARM_UP_CONNECTIONS = 24;
    private static final int WARM_UP_ECHOES = 200;
    private static final int PAYLOAD = 64;

    private Recorder() {}

    /// @throws IOException when the server does not serve, or strace may not look; a sentence
    public static Trace record(ServerCommand command, String title) throws IOException {
        try (var server = ServerProcess.start(command)) {
            for (var i = 0; i < WARM_UP_CONNECTIONS; i++) {
                visit(server, WARM_UP_ECHOES);
            }
            var best = attempt(server, command, title);
            for (var i = 1; i < ATTEMPTS && spread(best) > AT_ONCE; i++) {
                var next = attempt(server, command, title);
                best = spread(next) < spread(best) ? next : best;
            }
            return best;
        }
    }

    /// How long it took from the first to the last of the messages that shall be sent at once, µs.
    private static long spread(Trace trace) {
        var events = trace.events().stream().filter(event -> event.action() == Action.SENDS);
        var sent = events.mapToLong(ClientEvent::micros).toArray();
        return sent[sent.length - 1] - sent[sent.length - trace.ports().size()];
    }

    private static Trace attempt(ServerProcess server, ServerCommand command, String title)
            throws IOException {
        try (var strace = Strace.record(server.pid(), LIMIT);
                var conversation = new Conversation(server.address())) {
            settle(server);
            conversation.talk();
            var names = threadNames(server.pid());
            conversation.end();
            var events = conversation.events();
            var ports = conversation.ports();
            var lanes = Lane.of(strace.calls(), names, events.getFirst().micros(), ports);
            return new Trace(command.name(), title, events, ports, lanes);
        }
    }

    private static void visit(ServerProcess server, int echoes) throws IOException {
        try (var client = new Clients(server.address(), 1)) {
            client.echo(echoes, PAYLOAD);
        }
    }

    /// The times that strace gives of calls that were under way when it attached are wrong by a millisecond or two. So a
    /// client comes and goes before the conversation; then the calls that the conversation ends are all seen to begin.
    private static void settle(ServerProcess server) throws IOException {
        visit(server, 1);
        Conversation.pause();
        Conversation.pause();
    }

    private static Map<Integer, String> threadNames(long pid) throws IOException {
        var names = new HashMap<Integer, String>();
        try (var tasks = Files.newDirectoryStream(Path.of("/proc", String.valueOf(pid), "task"))) {
            for (var task : tasks) {
                var thread = Integer.valueOf(task.getFileName().toString());
                // unless the thread ended between the listing and this line
                KernelFile.read(task.resolve("comm")).ifPresent(name -> names.put(thread, name));
            }
        }
        return names;
    }
}
