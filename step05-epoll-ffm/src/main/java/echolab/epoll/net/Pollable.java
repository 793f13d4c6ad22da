package echolab.epoll.net;

import echolab.epoll.linux.Epoll;
import echolab.epoll.loop.Descriptor;
import echolab.epoll.loop.EventLoop;
import echolab.epoll.task.Blocker;
import echolab.epoll.task.Suspension;
import echolab.epoll.task.Task;
import java.io.IOException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.locks.LockSupport;

/// What does the loop know of a descriptor? Whether it can be read and written, as far as anyone has told, and which task
/// waits for that.
///
/// The kernel tells of a *change* only (edge-triggered), so what it told is kept here until a call says `EAGAIN`:
///
/// ```text
///              event: IN, PRI, RDHUP, HUP, ERR
///   not ready ───────────────────────────▶ ready
///             ◀───────────────────────────
///              EAGAIN, or a read after which there can be no more
/// ```
///
/// A task that finds it not ready notes itself as the reader (or writer) and parks. No event is lost between the two:
/// events are handed out by the loop, which runs on the thread that the task is on until it parks.
abstract sealed class Pollable extends Descriptor implements Blocker permits Stream, Listener {

    private static final int READABLE =
            Epoll.EPOLLIN | Epoll.EPOLLPRI | Epoll.EPOLLRDHUP | Epoll.EPOLLHUP | Epoll.EPOLLERR;
    private static final int WRITABLE = Epoll.EPOLLOUT | Epoll.EPOLLHUP | Epoll.EPOLLERR;
    private static final int ENDED = Epoll.EPOLLRDHUP | Epoll.EPOLLHUP | Epoll.EPOLLERR;

    final EventLoop loop;
    boolean readable;
    boolean writable;

    /// The peer has ended its side: there is an end, or an error, to be read after the bytes, and no event will tell of it
    /// again.
    boolean ended;

    /// There is an urgent byte among those that have come. A read stops in front of it, so a short one says nothing until the next `EAGAIN`.
    boolean urgent;

    private boolean closed;
    private Thread reader;
    private Thread writer;

    Pollable(EventLoop loop, int fd) {
        super(fd);
        this.loop = loop;
    }

    /// The number of the descriptor.
    final int number() {
        return fd;
    }

    /// The loop hands over what the kernel told.
    @Override
    // tag::park[]
    protected final void ready(int events) {
        ended |= (events & ENDED) != 0;
        urgent |= (events & Epoll.EPOLLPRI) != 0;
        if ((events & READABLE) != 0) {
            readable = true;
            wake(reader);
        }
        if ((events & WRITABLE) != 0) {
            writable = true;
            wake(writer);
        }
    }

    final void awaitReadable() throws IOException {
        requireNoReader();
        reader = Thread.currentThread();
        try {
            while (!readable) {
                Suspension.park(this);
                requireNotClosedWhileWaiting("read");
            }
        } finally {
            reader = null;
        }
    }

    // end::park[]

    final void awaitWritable() throws IOException {
        if (writer != null) {
            throw twoTasks("write", writer);
        }
        writer = Thread.currentThread();
        try {
            while (!writable) {
                Suspension.park(this);
                requireNotClosedWhileWaiting("write");
            }
        } finally {
            writer = null;
        }
    }

    final void requireNoReader() {
        if (reader != null) {
            throw twoTasks("read", reader);
        }
    }

    private void requireNotClosedWhileWaiting(String doing) throws IOException {
        if (closed) {
            throw withReason(
                    new AsynchronousCloseException(),
                    "%s was closed while a task waited to %s".formatted(this, doing));
        }
    }

    /// One that is always ready must not keep the others waiting. They may close it: whether it is open is asked after that.
    final void giveWay() {
        if (loop.hasHadItsTurn()) {
            Task.yield();
        }
    }

    /// What the task waits for here, as a word, or nothing when it does not wait here.
    final String operationOf(Task<?> task) {
        return reader != null && task.isOn(reader)
                ? "read"
                : writer != null && task.isOn(writer) ? "write" : "";
    }

    final void requireOpen() throws IOException {
        loop.requireOnLoop();
        if (closed) {
            throw withReason(new ClosedChannelException(), this + " is closed");
        }
    }

    // tag::close[]
    /// Closes the descriptor, which also takes it out of epoll, and wakes whoever waits for it.
    @Override
    protected final void closeDescriptor() {
        loop.requireOnLoop();
        if (closed) {
            return;
        }
        closed = true;
        loop.forget(this);
        loop.linux.close(fd);
        closed();
        wake(reader);
        wake(writer);
    }

    // end::close[]

    /// Gives up what else belongs to the descriptor.
    void closed() {}

    private IllegalStateException twoTasks(String doing, Thread first) {
        return new IllegalStateException(
                "%s: %s already waits to %s here, and bytes cannot be shared out between two: let one task %s and hand on what it got"
                        .formatted(this, Suspension.describe(first), doing, doing));
    }

    private static void wake(Thread waiting) {
        if (waiting != null) {
            LockSupport.unpark(waiting);
        }
    }

    private static IOException withReason(IOException e, String reason) {
        // the JDK's types for a closed channel carry no message of their own
        e.initCause(new IOException(reason));
        return e;
    }
}
