package echolab.epoll;

import java.util.Arrays;
import java.util.stream.Collectors;
import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;
import jdk.jfr.Timespan;

/// What does a loop tell JDK Flight Recorder? Its long turns, its slow tasks, what it accepts and what is cancelled.
///
/// ```text
/// java -XX:StartFlightRecording=filename=echo.jfr -jar …      or      jcmd PID JFR.start
/// jfr print --categories "Echo Lab" echo.jfr
/// ```
///
/// While nothing records, an event is a question that the JIT compiler answers with "no": no clock is read, nothing is put
/// together.
final class LoopEvents {

    private static final int FRAMES = 16;

    private LoopEvents() {}

    @Category("Echo Lab")
    @StackTrace(false)
    private abstract static class LoopEvent extends Event {}

    /// One for each loop, used again and again. A turn is what lies between two calls of `epoll_wait`; a server makes up to
    /// 100,000 in a second, so that only the long ones are kept. To see all: `echolab.LoopTurn#threshold=0ms`.
    @Name("echolab.LoopTurn")
    @Label("Loop Turn, from epoll_wait to epoll_wait")
    @Threshold("10 ms")
    static final class Turn extends LoopEvent {

        int tasks;
        int events;

        @Label("Waited in epoll_wait Before")
        @Timespan
        long waited;

        private transient long waiting;
        private transient boolean timed;

        void ended() {
            var enabled = isEnabled();
            waiting = enabled ? System.nanoTime() : 0;
            if (enabled && timed) {
                end();
                commit();
            }
        }

        void began(int eventCount) {
            tasks = 0;
            timed = isEnabled() && waiting != 0;
            if (timed) {
                waited = System.nanoTime() - waiting;
                events = eventCount;
                begin();
            }
        }
    }

    /// See [SlowTaskWatch]. It is told while the task still runs; how long it took in the end, the turn says.
    @Name("echolab.SlowTask")
    @Label("Slow Task, which holds the loop")
    static final class SlowTask extends LoopEvent {

        String task;
        String stack;

        @Label("Held So Far")
        @Timespan
        long held;

        static void of(Task<?> slow, StackTraceElement[] stack, long held) {
            var event = new SlowTask();
            if (event.isEnabled()) {
                event.task = slow.name();
                event.held = held;
                var frames = Arrays.stream(stack).limit(FRAMES).map(String::valueOf);
                event.stack = frames.collect(Collectors.joining("\n"));
                event.commit();
            }
        }
    }

    @Name("echolab.Accept")
    @Label("Accept of a connection")
    static final class Accept extends LoopEvent {

        int fd;
        String peer;

        static void of(Stream stream) {
            var event = new Accept();
            if (event.isEnabled()) {
                event.fd = stream.fd;
                event.peer = Awaited.peer(stream, "");
                event.commit();
            }
        }
    }

    /// Its stack trace is that of whoever cancels.
    @Name("echolab.Cancel")
    @Label("Cancel of a task")
    @StackTrace
    static final class Cancel extends LoopEvent {

        String task;
        String site;
        String state;

        static void of(Task<?> cancelled) {
            var event = new Cancel();
            if (event.isEnabled()) {
                event.task = cancelled.name();
                event.site = String.valueOf(cancelled.site);
                event.state = Awaited.by(cancelled).text();
                event.commit();
            }
        }
    }
}
