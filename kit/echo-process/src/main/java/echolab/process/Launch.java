package echolab.process;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.regex.Pattern;

/// How a command becomes a process, and what is said when it does not.
final class Launch {

    /// What the system said, in Java's `Cannot run program "x": Exec failed, error: 2 (No such file or directory)`.
    private static final Pattern SYSTEM_ERROR = Pattern.compile("error[:=] ?\\d+[ ,]*\\(?([^()]+)");

    private Launch() {}

    /// A port that nobody listens on now, its own if it has one; between now and the child's own `bind` another program may
    /// take it, in which case the child says so.
    static int port(ServerCommand command) throws IOException {
        var own = command.ready() instanceof ServerCommand.Ready.Listens(var port) ? port : 0;
        try (var socket = new ServerSocket(own, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (BindException e) {
            throw new IOException(
                    "cannot start %s: it listens on port %s, and so does another program (%s); end that one"
                            .formatted(command.name(), own, e.getMessage()),
                    e);
        }
    }

    static Process start(ServerCommand command, int port) throws IOException {
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
}
