package echolab.epoll.task;

import java.util.Arrays;
import java.util.stream.Collectors;
import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/// Which task holds the loop? It is told while the task still runs; how long it took in the end, the turn says. See [SlowTaskWatch].
@Name("echolab.SlowTask")
@Label("Slow Task, which holds the loop")
@Category("Echo Lab")
@StackTrace(false)
final class SlowTaskEvent extends Event {

    private static final int FRAMES = 16;

    String task;
    String stack;

    @Label("Held So Far")
    @Timespan
    long held;

    static void of(Task<?> slow, StackTraceElement[] stack, long held) {
        var event = new SlowTaskEvent();
        if (event.isEnabled()) {
            event.task = slow.name();
            event.held = held;
            var frames = Arrays.stream(stack).limit(FRAMES).map(String::valueOf);
            event.stack = frames.collect(Collectors.joining("\n"));
            event.commit();
        }
    }
}
