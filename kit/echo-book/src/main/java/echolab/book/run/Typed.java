package echolab.book.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Types a chapter's commands in their order, as a reader would who leaves none out.
public final class Typed {

    private static final Duration LONGEST = Duration.ofMinutes(9);

    private Typed() {}

    /// @param slowToo whether to run those that only a capture runs
    /// @return what a terminal would show, by the name of the block
    /// @throws IOException when a command ends with another code than 0; names file and line
    public static Map<RunBlock, List<String>> type(Path root, Path chapter, boolean slowToo)
            throws IOException {
        var shown = new LinkedHashMap<RunBlock, List<String>>();
        try (var port = reserved();
                var shell = new Shell(root, port.getLocalPort(), LONGEST)) {
            for (var block : RunBlock.of(chapter)) {
                if (slowToo || !block.slow()) {
                    shown.put(block, type(shell, block, chapter));
                }
            }
        }
        return shown;
    }

    private static List<String> type(Shell shell, RunBlock block, Path chapter) throws IOException {
        var lines = new ArrayList<String>();
        for (var command : block.commands()) {
            lines.add(Transcript.shown(command));
            var said = shell.run(command);
            lines.addAll(said.lines());
            if (said.code() != 0) {
                var text = String.join("\n", said.lines());
                throw new IOException(
                        "%s:%s: this command ended with code %s: %s%n%s"
                                .formatted(chapter, block.line(), said.code(), command, text));
            }
        }
        return lines;
    }

    /// A port that its servers can listen on, one after another, and that no other program is given which asks for any (`SO_REUSEADDR`).
    static Socket reserved() throws IOException {
        var socket = new Socket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return socket;
    }
}
