package echolab.epoll;

import java.util.Arrays;
import java.util.stream.Collectors;
import jdk.jfr.Category;
import jdk.jfr.Description;
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

    /// One for each loop, used again and again. A turn is what lies between two calls of `epoll_wait`; a server makes up to
    /// 100,000 in a second, so that only the long ones are kept. To see all: `echolab.LoopTurn#threshold=0ms`.
    @Name("echolab.LoopTurn")
    @Label("Loop Turn")
    @Category("Echo Lab")
    @Description("From the return of epoll_wait to its next call: the loop ran what was ready")
    @Threshold("10 ms")
    @StackTrace(false)
    static final class Turn extends Event {

        @Label("Tasks Run")
        int tasks;

        @Label("Events That epoll_wait Brought")
        int events;

        @Label("Waited in epoll_wait")
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
    @Label("Slow Task")
    @Category("Echo Lab")
    @Description("A task holds the loop, and no other one runs")
    @StackTrace(false)
    static final class SlowTask extends Event {

        @Label("Task")
        String task;

        @Label("Held So Far")
        @Timespan
        long held;

        @Label("Stack, Innermost Call First")
        String stack;

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
    @Label("Accept")
    @Category("Echo Lab")
    @Description("A listener accepted a connection")
    @StackTrace(false)
    static final class Accept extends Event {

        @Label("Descriptor")
        int fd;

        @Label("Peer")
        String peer;

        static void of(Stream stream) {
            var event = new Accept();
            if (event.isEnabled()) {
                event.fd = stream.fd;
                event.peer = Awaited.peer(stream).map(Awaited::text).orElse("gone");
                event.commit();
            }
        }
    }

    /// Its stack trace is that of whoever cancels.
    @Name("echolab.Cancel")
    @Label("Cancel")
    @Category("Echo Lab")
    @Description("Somebody asked a task to end")
    static final class Cancel extends Event {

        @Label("Task")
        String task;

        @Label("Spawned At")
        String site;

        @Label("What It Did")
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
