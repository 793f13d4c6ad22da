package echolab.walk;

import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.LongValue;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.event.EventSet;
import java.util.ArrayList;
import java.util.List;

/// A thread of the server that runs the code of the step. It is held at each line, and goes on when it is its turn.
final class Runner {

    final ThreadReference thread;
    final String name;
    final long age;

    /// The system calls that it makes at the line where it was seen last.
    List<String> calls = new ArrayList<>();

    /// What holds it; nothing while it runs, waits or sleeps.
    EventSet held;

    /// Where it is, and where it came from last: `EventLoop.waitForEvents after Inbox.isEmpty`.
    String place = "";

    private String method = "";

    Runner(ThreadReference thread, String name) {
        this.thread = thread;
        this.name = name;
        this.age = age(thread);
    }

    /// Threads are numbered as they are made.
    static long age(ThreadReference thread) {
        var number = thread.referenceType().fieldByName("tid");
        return ((LongValue) thread.getValue(number)).value();
    }

    /// @return the innermost first; none of a thread that has ended
    static List<StackFrame> frames(ThreadReference thread) {
        try {
            return thread.frames();
        } catch (IncompatibleThreadStateException _) {
            return List.of();
        }
    }

    void isIn(String next) {
        place = next + " after " + method;
        method = next;
    }

    boolean isHeld() {
        return held != null;
    }

    void goOn() {
        var by = held;
        held = null;
        by.resume();
    }
}
