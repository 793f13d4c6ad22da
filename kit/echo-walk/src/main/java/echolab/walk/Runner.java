package echolab.walk;

import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.LongValue;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.event.EventSet;
import java.util.List;

/// A thread of the server that runs the code of the step. It is held at each line, and goes on when it is its turn.
final class Runner {

    final long age;
    final ThreadReference thread;
    final String name;

    /// What holds it; nothing while it runs, waits or sleeps.
    private EventSet held;

    private String method = "";
    private String before = "";

    Runner(ThreadReference thread, String name) {
        this.age = age(thread);
        this.thread = thread;
        this.name = name;
    }

    /// Threads are numbered as they are made.
    static long age(ThreadReference thread) {
        var number = thread.referenceType().fieldByName("tid");
        return ((LongValue) thread.getValue(number)).value();
    }

    void isIn(String next) {
        before = method;
        method = next;
    }

    /// Where it is, and where it came from last: `EventLoop.waitForEvents after Inbox.isEmpty`.
    String place() {
        return method + " after " + before;
    }

    boolean isHeld() {
        return held != null;
    }

    void hold(EventSet by) {
        held = by;
    }

    void goOn() {
        var by = held;
        held = null;
        by.resume();
    }

    List<StackFrame> frames() {
        try {
            return thread.frames();
        } catch (IncompatibleThreadStateException e) {
            throw new IllegalStateException(name + " is held, and the JVM says that it runs", e);
        }
    }
}
