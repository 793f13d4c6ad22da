package echolab.epoll.loop;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;
import jdk.jfr.Timespan;

/// What does a loop tell JDK Flight Recorder? Its long turns. Each layer has its own events, all in one category:
///
/// ```text
/// java -XX:StartFlightRecording=filename=echo.jfr -jar …      or      jcmd PID JFR.start
/// jfr print --categories "Echo Lab" echo.jfr
/// ```
///
/// A turn is what lies between two calls of `epoll_wait`; a server makes up to 100,000 in a second, so that only the long ones
/// are kept. To see all: `echolab.LoopTurn#threshold=0ms`. One object for each loop, used again and again. While nothing
/// records, an event is a question that the JIT compiler answers with "no": no clock is read, nothing is put together.
@Name("echolab.LoopTurn")
@Label("Loop Turn, from epoll_wait to epoll_wait")
@Category("Echo Lab")
@StackTrace(false)
@Threshold("10 ms")
final class TurnEvent extends Event {

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
