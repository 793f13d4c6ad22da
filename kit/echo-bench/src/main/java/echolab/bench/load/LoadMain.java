package echolab.bench.load;

import echolab.process.ProcessFigures;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/// The load process: reads a [Request] a line, does it, answers with a line. It has no options and no life of its own:
/// when its standard input ends, because the coordinator did, so does it.
public final class LoadMain {

    private static final ProcessFigures OWN = ProcessFigures.of(ProcessHandle.current());

    private final Map<Integer, ClosedLoop> loops = new HashMap<>();

    private LoadMain() {}

    public static void main(String[] args) throws IOException {
        var load = new LoadMain();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var request = Request.parse(line);
            if (request instanceof Request.Quit) {
                return;
            }
            System.out.println(load.answer(request).line());
            System.out.flush();
        }
    }

    private Answer answer(Request request) {
        try {
            return switch (request) {
                case Request.Connect connect -> connect(connect);
                case Request.Slice(var target, var millis) -> slice(loops.get(target), millis);
                case Request.Disconnect(var target) -> disconnect(target);
                case Request.Quit _ -> new Answer.Done();
            };
        } catch (IOException e) {
            return new Answer.Failed(String.valueOf(e.getMessage()));
        }
    }

    private Answer connect(Request.Connect connect) throws IOException {
        var loop = new ClosedLoop(connect.messageSize());
        loops.put(connect.target(), loop);
        loop.connect(connect.address(), connect.connections());
        return new Answer.Done();
    }

    private Answer disconnect(int target) throws IOException {
        var loop = loops.remove(target);
        if (loop != null) {
            loop.close();
        }
        return new Answer.Done();
    }

    private static Answer slice(ClosedLoop loop, long millis) throws IOException {
        var before = OWN.cpuNanos();
        var figures = loop.slice(Duration.ofMillis(millis));
        var after = OWN.cpuNanos();
        return new Answer.Seen(
                figures,
                before.isPresent() && after.isPresent()
                        ? OptionalLong.of(after.getAsLong() - before.getAsLong())
                        : OptionalLong.empty());
    }
}
