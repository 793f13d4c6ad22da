package echolab.epoll.loop;

import echolab.epoll.task.Task;

/// What a test of a layer above has to see of a loop, and nobody else.
public final class LoopInside {

    private LoopInside() {}

    /// How many timers are to come.
    public static int timers(EventLoop loop) {
        return loop.timers.size();
    }

    /// Hands over an event as the kernel would, for this registration of this descriptor.
    public static void dispatch(EventLoop loop, long registration, int events) {
        loop.poller.dispatch(registration, events);
    }

    /// By what an event names the descriptor as it is registered now.
    public static long registration(Descriptor descriptor) {
        return (long) descriptor.generation << 32 | descriptor.fd;
    }

    /// How much else runs while this task gives way so many times: nothing, when all others wait.
    public static long runOfOthers(EventLoop loop, int turns) {
        var before = loop.runs();
        for (var turn = 0; turn < turns; turn++) {
            Task.yield();
        }
        return loop.runs() - before - turns;
    }
}
