package echolab.book.run;

import echolab.process.ChildProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A reader at their terminal: types one command after the other into one bash, in the root of the clone, and notes what
/// came out. A server that was put into the background lives on for the next command.
///
/// The port 8888 of the chapters may be taken on this machine: a free one is typed in its place, and written as 8888 again.
public final class Shell implements AutoCloseable {

    private static final String PORT = "8888";

    /// After each command the shell prints this, a byte that no program prints, and the exit code.
    private static final String END = "\u0001";

    /// `server & pid=$!` too.
    private static final Pattern IN_BACKGROUND = Pattern.compile("[^&]&( \\w+=\\$!)?$");

    /// Of a JVM that starts while the machine is busy: step 05's loop was held for long enough to be told of.
    private static final Pattern SLOW_TASK =
            Pattern.compile(".*SlowTaskWatch report\n?|WARNING: .* held the event loop .*\n?");

    private final Process bash;
    private final Writer in;
    private final BlockingQueue<String> out = new LinkedBlockingQueue<>();
    private final String port;
    private final Duration limit;

    /// @param port a free one
    /// @param limit how long a command may take
    public Shell(Path root, int port, Duration limit) throws IOException {
        this.port = String.valueOf(port);
        this.limit = limit;
        var builder =
                ChildProgram.of("bash", "--norc", "--noprofile")
                        .directory(root.toFile())
                        .redirectErrorStream(true);
        // The build may be running this very test: its launcher must not wait for the build to end.
        builder.environment().put("ECHOLAB_AS_IS", "yes");
        this.bash = builder.start();
        this.in = bash.outputWriter(StandardCharsets.UTF_8);
        Thread.ofVirtual().name("output of bash").start(this::read);
        // Job control in a shell that is not interactive: `kill %1` and a process group for each
        // job.
        type("set -m; exec 2>&1; printf '" + END + "0\\n'");
        untilEnd("set -m", new ArrayList<>());
    }

    /// What a command printed, and with which code it ended.
    public record Said(List<String> lines, int code) {}

    /// Types a command and waits for its end; of one that ends with `&`, until it has printed its first line, unless its output
    /// goes elsewhere.
    public Said run(String command) throws IOException {
        // Without an input of its own a program such as nc would read the commands that are typed
        // next.
        type("{ " + command.replace(PORT, port) + "\n} </dev/null");
        type("printf '\\n" + END + "%d\\n' $?");
        var lines = new ArrayList<String>();
        var code = untilEnd(command, lines);
        if (IN_BACKGROUND.matcher(command).find() && !command.contains(">")) {
            while (lines.stream().allMatch(String::isEmpty)) lines.add(next(command));
            lines.removeIf(String::isEmpty);
        }
        return new Said(tidy(lines), code);
    }

    private int untilEnd(String command, List<String> into) throws IOException {
        for (var line = next(command); ; line = next(command)) {
            if (line.startsWith(END)) {
                return Integer.parseInt(line.substring(1));
            }
            into.add(line);
        }
    }

    private String next(String command) throws IOException {
        try {
            var line = out.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (line == null) {
                bash.descendants().forEach(ProcessHandle::destroyForcibly);
                throw new IOException(
                        "after %s s there was no end of: %s".formatted(limit.toSeconds(), command));
            }
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted during: " + command, e);
        }
    }

    private List<String> tidy(List<String> lines) {
        var said = SLOW_TASK.matcher(String.join("\n", lines)).replaceAll("");
        var text = said.replace(port, PORT).stripTrailing();
        return text.isEmpty() ? List.of() : text.lines().toList();
    }

    private void type(String line) throws IOException {
        in.write(line + "\n");
        in.flush();
    }

    private void read() {
        try (var reader = bash.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(out::add);
        } catch (IOException | UncheckedIOException _) {
            // bash was ended: there is no more to read
        }
    }

    /// Ends what still runs in the background, then the shell.
    @Override
    public void close() throws IOException {
        type("kill $(jobs -p) 2>/dev/null; wait; exit");
        try {
            if (!bash.waitFor(10, TimeUnit.SECONDS)) {
                bash.descendants().forEach(ProcessHandle::destroyForcibly);
                bash.destroyForcibly();
            }
        } catch (InterruptedException _) {
            bash.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
